import Glibc

/// A thread for one job that blocks: the loop and the tasks must not.
public enum BackgroundThread {
    private final class Job {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` on a thread that ends with it, or here when the system has no thread left.
    public static func run(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let job = Unmanaged.passRetained(Job(body))
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, job.toOpaque())
        if status == 0 {
            pthread_detach(thread)
        } else {
            job.release()
            body()
        }
    }
}

/// The time of day, for what ends at a certain time.
public enum SystemClock {
    /// Seconds since 1970.
    public static func seconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec)
    }
}
