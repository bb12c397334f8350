import Glibc
import KafkaClient

/// The three streams that a program is started with.
enum Streams {
    /// Takes the places of streams that the parent closed, so that no file or connection gets the number of one and is written
    /// into. Each is opened the wrong way round: using it fails, as it would have.
    static func fillClosed() {
        for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 && errno == EBADF {
            _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Ends the program when whoever reads standard output through a pipe is gone, though nothing is written meanwhile:
    /// `kdeck tail orders | head -1` must not wait for the next record.
    static func endWithReader() {
        var status = stat()
        guard fstat(STDOUT_FILENO, &status) == 0, [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT) else { return }
        BackgroundThread.run {
            var pipe = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
            while poll(&pipe, 1, -1) < 1 {}
            _exit(0)
        }
    }
}
