import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

/// A console driven by hand: keys in, effects and state out, time by the millisecond.
struct Script {
    var state: ConsoleState
    /// Every effect since the start.
    var effects: [Effect] = []

    /// 2026-11-24 14:03:12.402 UTC.
    static let start: Int64 = 1_795_528_992_402

    init(
        width: Int = 120, height: Int = 40, console: ConsoleContext = .sandbox, world: World? = nil,
        keys: KeyMap = KeyMap(), refresh: Int64 = ConsoleState.usualRefresh
    ) {
        state = ConsoleState(
            console: console, size: (width, height), zone: .utc, now: Self.start,
            themeNames: ["default-dark", "default-light", "mono"], keys: keys, refreshPause: refresh)
        send(.tick(Self.start))
        if let world { world.fill(&state.view, now: Self.start) }
        send(.tick(Self.start))
    }

    mutating func send(_ event: ConsoleEvent) { effects += update(&state, event) }

    /// Presses keys by name, apart by spaces.
    mutating func press(_ names: String) {
        for name in names.split(separator: " ") {
            guard let key = Key(String(name)) else {
                Issue.record("no key is called \(name)")
                continue
            }
            send(.input(.key(key)))
        }
    }

    /// Types text letter by letter.
    mutating func type(_ text: String) {
        for character in text { send(.input(.key(Key(character)))) }
    }

    /// Lets time pass.
    mutating func wait(_ milliseconds: Int64) { send(.tick(state.now + milliseconds)) }

    /// The effects since the last call.
    mutating func takeEffects() -> [Effect] {
        defer { effects = [] }
        return effects
    }

    /// The jobs that were started since the last call, with their numbers.
    mutating func takeJobs() -> [(job: any Job, number: Int)] {
        takeEffects().compactMap { effect in
            if case .start(let job, let number) = effect { (job.job, number) } else { nil }
        }
    }

    /// The screen as text.
    var screen: String { SnapshotText.text(render(state)) }

    /// A row of the screen.
    func row(_ y: Int) -> String { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[y] }
}

extension ConsoleContext {
    static let sandbox = ConsoleContext(
        badge: "SANDBOX", address: "127.0.0.1:9092", isSandbox: true, dataDirectory: "~/.local/share/kdeck/sandbox",
        readyMs: 31, hasDemo: true, undoDirectory: "/tmp/undo")
    static let attached = ConsoleContext(badge: "ATTACHED", address: "kafka.example:9093", isSandbox: false)
    static let readOnly = ConsoleContext(
        badge: "PROD", address: "kafka.prod.example:9093", isSandbox: false, isReadOnly: true)
}
