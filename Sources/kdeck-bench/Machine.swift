import Foundation

/// What the machine knows of processes.
enum Machine {
    /// A clock that only goes forward.
    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// CPU seconds that a process has used so far, in user and system mode.
    static func cpuSeconds(_ process: Int32) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // The name may hold spaces; what follows its closing parenthesis does not.
        guard let end = text.lastIndex(of: ")") else { throw BenchError.failed("/proc/\(process)/stat is odd") }
        let words = text[text.index(after: end)...].split(separator: " ")
        guard words.count > 12, let user = Double(words[11]), let system = Double(words[12]) else {
            throw BenchError.failed("/proc/\(process)/stat is odd")
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// CPU seconds of the first thread of a process, to the microsecond: of kdeck the one that draws.
    static func mainThreadSeconds(_ process: Int32) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(process)/task/\(process)/schedstat", encoding: .utf8)
        guard let first = text.split(separator: " ").first, let nanoseconds = Double(first) else {
            throw BenchError.failed("/proc/\(process)/task/\(process)/schedstat is odd")
        }
        return nanoseconds / 1e9
    }

    /// CPU seconds of the thread that asks.
    static func threadCPUSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Resident memory of a process in MiB.
    static func residentMiB(_ process: Int32) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        for line in text.split(separator: "\n") where line.hasPrefix("VmRSS:") {
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.count > 1, let kibibytes = Double(words[1]) { return kibibytes / 1024 }
        }
        throw BenchError.failed("/proc/\(process)/status has no VmRSS")
    }

    /// What a program and all it started cost: CPU seconds, and seconds by the clock.
    static func cost(_ words: [String]) throws -> (cpu: Double, seconds: Double) {
        func children() -> Double {
            var usage = rusage()
            getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
            return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        }
        let (before, begin) = (children(), seconds())
        _ = try run(words)
        return (children() - before, seconds() - begin)
    }

    /// Runs a program to its end and gives back what it printed. Throws when it says that it failed.
    static func run(_ words: [String]) throws -> String {
        // A file, not a pipe, and posix_spawn, not Process: a background process that the program leaves behind would keep
        // a pipe open, and the socket by which Process waits.
        let path = FileManager.default.temporaryDirectory.appending(path: "kdeck-bench-\(UUID().uuidString).out").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var arguments = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var process: pid_t = 0
        let code = posix_spawnp(&process, words[0], &actions, nil, arguments, environ)
        guard code == 0 else { throw BenchError.failed("cannot run \(words[0]): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard status == 0 else {
            throw BenchError.failed("\(words.prefix(3).joined(separator: " ")) failed:\n\(text.suffix(600))")
        }
        return text
    }
}

/// Samples of one figure.
struct Samples {
    var values: [Double] = []

    var sorted: [Double] { values.sorted() }
    var minimum: Double { sorted.first ?? .nan }
    var maximum: Double { sorted.last ?? .nan }
    var median: Double {
        let sorted = sorted
        guard !sorted.isEmpty else { return .nan }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The value that so large a part of them does not pass.
    func at(_ part: Double) -> Double {
        let sorted = sorted
        return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
    }

    /// min / median / max.
    func text(_ digits: Int) -> String {
        [minimum, median, maximum].map { String(format: "%.\(digits)f", $0) }.joined(separator: " / ")
    }
}

/// Prints a row of the table, columns padded.
func printRow(_ cells: [String]) {
    let widths = [44, 28, 28, 10]
    let padded = zip(cells, widths).map { $0.0.padding(toLength: max($0.1, $0.0.count), withPad: " ", startingAt: 0) }
    print(padded.joined(separator: "  ").trimmingCharacters(in: .whitespaces))
}

/// Prints rows of samples, both sides and how many times kdeck is better.
func printTable(_ rows: [(title: String, samples: [String: Samples], digits: Int)]) {
    printRow(["min / median / max", "kdeck", "Apache Kafka", "ratio"])
    for row in rows {
        let (kdeck, kafka) = (row.samples["kdeck"], row.samples["Apache Kafka"])
        var ratio = ""
        if let kdeck, let kafka, kdeck.median > 0 { ratio = String(format: "%.1fx", kafka.median / kdeck.median) }
        printRow([row.title, kdeck?.text(row.digits) ?? "-", kafka?.text(row.digits) ?? "-", ratio])
    }
}
