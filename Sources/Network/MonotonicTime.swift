import CUV

/// A moment of the monotonic clock: nanoseconds since some start that differs from machine to machine.
public struct MonotonicTime: Hashable, Comparable, Sendable {
    /// Nanoseconds since that start.
    public var nanoseconds: Int64

    /// The moment `nanoseconds` after the start.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The clock, read now.
    public static var current: MonotonicTime { MonotonicTime(nanoseconds: kd_now()) }

    /// Earlier is less.
    public static func < (a: MonotonicTime, b: MonotonicTime) -> Bool { a.nanoseconds < b.nanoseconds }

    /// The moment `span` later; as late as can be written when the sum is later still.
    public static func + (moment: MonotonicTime, span: Duration) -> MonotonicTime {
        let (sum, overflow) = moment.nanoseconds.addingReportingOverflow(span.wholeNanoseconds)
        return MonotonicTime(nanoseconds: overflow ? .max : sum)
    }

    /// How long after `b` the moment `a` is.
    public static func - (a: MonotonicTime, b: MonotonicTime) -> Duration {
        .nanoseconds(a.nanoseconds &- b.nanoseconds)
    }
}

extension Duration {
    /// The duration in nanoseconds, clamped to what 64 bits hold.
    public var wholeNanoseconds: Int64 {
        let (seconds, fraction) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { return seconds < 0 ? .min : .max }
        let (sum, carried) = whole.addingReportingOverflow(fraction / 1_000_000_000)
        return carried ? (seconds < 0 ? .min : .max) : sum
    }

    /// The duration in milliseconds, rounded towards zero and clamped to what 32 bits hold: Kafka's own unit.
    public var wholeMilliseconds: Int32 {
        Int32(clamping: wholeNanoseconds / 1_000_000)
    }
}
