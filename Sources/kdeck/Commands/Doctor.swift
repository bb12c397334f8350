import Console
import Glibc
import KafkaClient

/// `kdeck doctor`: climbs the way to a cluster step by step and says what to do where it ends.
enum Doctor {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let place = try Attached.place(invocation)
        if format == .table { try StandardOutput.put(surroundings(place)) }
        let ladder = try waitFor { () async throws(Failure) -> Ladder in
            let cluster = try Attached.open(place.configuration)
            defer { cluster.close() }
            return await cluster.climb { _ in }
        }
        if format == .table {
            try StandardOutput.put(StandardOutput.signs(ladder.rungs.map(text).joined()))
        } else {
            try Listing(
                ladder.rungs,
                [
                    (OutputColumn("name", "STEP"), { .text($0.step.title) }),
                    (OutputColumn("address", "ADDRESS"), { .text($0.address) }),
                    (OutputColumn("state", "STATE"), { .text(words($0.state).state) }),
                    (OutputColumn("detail", "DETAIL"), { .text(words($0.state).detail) }),
                    (OutputColumn("fix", "FIX"), { .text(words($0.state).fix) }),
                ]
            ).print(as: format)
        }
        if let failure = ladder.failure { throw Failure(failure) }
        let lost = ladder.failed.count
        if lost > 0 {
            throw Failure(
                .unreachable, "\(lost) of the cluster's brokers \(lost == 1 ? "is" : "are") not reached from here")
        }
    }

    /// What this program runs in, which explains what a screen looks like.
    private static func surroundings(_ place: Attached.Place) -> String {
        let terminal = [
            Folders.variable("TERM") ?? "none", Folders.variable("COLORTERM").map { "COLORTERM \($0)" },
            Folders.variable("LC_ALL") ?? Folders.variable("LC_CTYPE") ?? Folders.variable("LANG") ?? "no locale",
        ]
        let login = place.configuration.sasl.map { login in
            " \(login.mechanism)" + (login.user.map { " as \($0)" } ?? "")
        }
        var out = "kdeck \(CommandTable.version)\n"
        out += "  terminal  \(terminal.compactMap { $0 }.joined(separator: ", "))\n"
        if let store = ContextStore.standard() {
            out += "  contexts  \(store.path)\(Folders.exists(store.path) ? "" : " (none)")\n"
        }
        let security = place.configuration.securityProtocol.rawValue + (login ?? "")
        return out + "  cluster   \(place.name.map { $0 + ", " } ?? "")\(security)\n\n"
    }

    private static func text(_ rung: Rung) -> String {
        let title = rung.step.title + String(repeating: " ", count: max(1, 13 - rung.step.title.count))
        switch rung.state {
        case .waiting, .running: return "  · \(title)not tried\n"
        case .passed(let detail): return "  ✔ \(title)\(detail)\n"
        case .failed(let why, let fix):
            let indent = String(repeating: " ", count: 17)
            return "  ✘ \(title)\(rung.address): \(why)\n" + (fix.isEmpty ? "" : "\(indent)\(fix)\n")
        }
    }

    private static func words(_ state: Rung.State) -> (state: String, detail: String?, fix: String?) {
        switch state {
        case .waiting, .running: ("skipped", nil, nil)
        case .passed(let detail): ("passed", detail, nil)
        case .failed(let why, let fix): ("failed", why, fix)
        }
    }
}
