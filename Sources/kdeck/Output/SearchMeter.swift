import Glibc
import KafkaClient

/// A line on standard error that says how far a search is, while a person looks at it: never in a file or a pipe.
struct SearchMeter {
    private let isSeen = isatty(STDERR_FILENO) == 1
    private let began = Self.seconds()
    private var shownAt = 0.0
    private var isShown = false

    /// Shows it, at most five times a second and not before a search takes noticeably long.
    mutating func show(_ progress: SearchProgress) {
        guard isSeen else { return }
        let now = Self.seconds()
        guard now - began > 0.3, now - shownAt > 0.2 else { return }
        shownAt = now
        isShown = true
        put("\r\u{1B}[K" + Self.line(progress, seconds: now - began))
    }

    /// Takes it away.
    mutating func clear() {
        guard isShown else { return }
        isShown = false
        put("\r\u{1B}[K")
    }

    /// `42 %  1,204,000 records  812 MiB/s  3 found  11 s to go`.
    static func line(_ progress: SearchProgress, seconds: Double) -> String {
        var parts = ["\(Int(progress.fraction * 100)) %", "\(NumberText.count(Int64(progress.records))) records"]
        if seconds > 0 { parts.append(NumberText.size(Int64(Double(progress.bytes) / seconds)) + "/s") }
        parts.append("\(NumberText.count(Int64(progress.matched))) found")
        if progress.fraction > 0, progress.fraction < 1, seconds > 0 {
            let left = seconds / progress.fraction - seconds
            parts.append(DurationText.text(Int64(left * 1000)) + " to go")
        }
        return parts.joined(separator: "   ")
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        // What a person does not see is no reason to stop.
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
