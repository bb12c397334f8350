import CLinux
import Glibc

/// A real file; its descriptor is closed when the last reference goes.
final class POSIXFile: LogFile {
    private let number: Int32
    private let path: String

    init(path: String, flags: Int32) throws(FileError) {
        self.path = path
        var number: Int32
        repeat { number = Glibc.open(path, flags | O_CLOEXEC, 0o644) } while number < 0 && errno == EINTR
        guard number >= 0 else { throw FileError(.open, path, errno) }
        self.number = number
    }

    deinit {
        Glibc.close(number)
    }

    var descriptor: Int32? { number }

    func pread(_ buffer: UnsafeMutableRawBufferPointer, at position: Int) throws(FileError) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        var done = 0
        while done < buffer.count {
            let count = Glibc.pread(number, base + done, buffer.count - done, position + done)
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(.read, path, errno)
            }
            done += count
        }
        return done
    }

    func pwritev(_ parts: UnsafeBufferPointer<iovec>, at position: Int) throws(FileError) {
        var position = position
        var index = 0
        while index < parts.count {
            let some = min(parts.count - index, 1024)
            let window = UnsafeBufferPointer(rebasing: parts[index..<index + some])
            var written =
                some == 1
                ? Glibc.pwrite(number, window[0].iov_base, window[0].iov_len, position)
                : Glibc.pwritev(number, window.baseAddress, Int32(some), position)
            if written < 0 {
                if errno == EINTR { continue }
                throw FileError(.write, path, errno)
            }
            position += written
            // A short write stops inside a part: the rest of that part goes out by itself.
            while index < parts.count, written >= parts[index].iov_len {
                written -= parts[index].iov_len
                index += 1
            }
            if written > 0 {
                try finish(parts[index], from: written, at: &position)
                index += 1
            }
        }
    }

    private func finish(_ part: iovec, from start: Int, at position: inout Int) throws(FileError) {
        var done = start
        while done < part.iov_len {
            let written = Glibc.pwrite(number, part.iov_base + done, part.iov_len - done, position)
            if written < 0 {
                if errno == EINTR { continue }
                throw FileError(.write, path, errno)
            }
            done += written
            position += written
        }
    }

    func truncate(to size: Int) throws(FileError) {
        while ftruncate(number, size) != 0 {
            if errno != EINTR { throw FileError(.truncate, path, errno) }
        }
    }

    func allocate(from position: Int, count: Int) throws(FileError) {
        // Full disks and file systems without it show at the write; here only a broken disk matters.
        let code = kd_allocate_keep_size(number, position, count)
        if code == EIO { throw FileError(.allocate, path, code) }
    }

    func sync() throws(FileError) {
        while fdatasync(number) != 0 {
            if errno != EINTR { throw FileError(.sync, path, errno) }
        }
    }

    func size() throws(FileError) -> Int {
        var info = stat()
        guard fstat(number, &info) == 0 else { throw FileError(.stat, path, errno) }
        return Int(info.st_size)
    }
}
