import Glibc

/// Where the engine takes time from. Two clocks: wall time stamps records and drives retention, monotonic time drives
/// every interval (waits, sessions, expiry), so that a clock set back or forth ends nothing early.
protocol BrokerClock: Sendable {
    /// Milliseconds since 1970.
    var wall: Int64 { get }
    /// Milliseconds that only grow; the zero is arbitrary.
    var monotonic: Int64 { get }
}

/// The system's clocks.
struct SystemClock: BrokerClock {
    var wall: Int64 { Self.read(CLOCK_REALTIME) }
    var monotonic: Int64 { Self.read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
