import Bytes
import CUV
import Glibc

/// What is to leave through one socket, in order: bytes, and ranges of files.
struct SendQueue {
    /// One piece.
    enum Part {
        case bytes(ByteSlice)
        case file(descriptor: Int32, position: Int, count: Int, keepAlive: AnyObject?)
    }

    /// How far a flush came.
    enum Outcome: Equatable {
        case empty
        case blocked
        case failed(CloseReason)
    }

    private static let vectors = 64

    private var parts: [Part] = []
    private var head = 0
    /// Bytes of the first piece that have left already.
    private var sent = 0
    /// Bytes that have not left.
    private(set) var pending = 0

    var isEmpty: Bool { head == parts.count }

    mutating func append(_ bytes: ByteSlice) {
        guard !bytes.isEmpty else { return }
        parts.append(.bytes(bytes))
        pending += bytes.count
    }

    mutating func append(file descriptor: Int32, position: Int, count: Int, keepAlive: AnyObject?) {
        guard count > 0 else { return }
        parts.append(.file(descriptor: descriptor, position: position, count: count, keepAlive: keepAlive))
        pending += count
    }

    /// The first piece without what has left, for a stage that turns it into other bytes; nil when empty.
    var first: Part? {
        guard head < parts.count else { return nil }
        switch parts[head] {
        case .bytes(let bytes): return .bytes(bytes.suffix(from: sent))
        case .file(let descriptor, let position, let count, let keepAlive):
            return .file(descriptor: descriptor, position: position + sent, count: count - sent, keepAlive: keepAlive)
        }
    }

    /// Sends until nothing is left or the socket takes no more.
    mutating func flush(to socket: Int32) -> Outcome {
        while head < parts.count {
            let (call, count): (String, Int)
            if case .file(let descriptor, let position, let total, _) = parts[head] {
                // A call sends at most 2 GiB; a smaller step keeps other streams from waiting.
                let step = min(total - sent, 8 * 1_024 * 1_024)
                (call, count) = ("sendfile", kd_sendfile(socket, descriptor, off_t(position + sent), step))
                if count == 0 { return .failed(.fileEnded) }
            } else {
                (call, count) = ("send", sendBytes(to: socket))
            }
            if count < 0 {
                switch errno {
                case EINTR: continue
                case EAGAIN: return .blocked
                case let code: return .failed(.system(call, code))
                }
            }
            consume(count)
        }
        parts.removeAll(keepingCapacity: parts.capacity <= 1_024)
        head = 0
        return .empty
    }

    /// Takes `count` bytes off the front.
    mutating func consume(_ count: Int) {
        pending -= count
        var left = count + sent
        while head < parts.count {
            let size =
                switch parts[head] {
                case .bytes(let bytes): bytes.count
                case .file(_, _, let count, _): count
                }
            if left < size { break }
            left -= size
            // Drops the reference now: what was sent must not keep a loop buffer busy.
            parts[head] = .bytes(.empty)
            head += 1
        }
        sent = left
        if head == parts.count {
            parts.removeAll(keepingCapacity: parts.capacity <= 1_024)
            head = 0
        } else if head >= 256 {
            parts.removeFirst(head)
            head = 0
        }
    }

    mutating func removeAll() {
        parts = []
        head = 0
        sent = 0
        pending = 0
    }

    /// Sends the run of byte pieces at the front with one call.
    private func sendBytes(to socket: Int32) -> Int {
        withUnsafeTemporaryAllocation(of: iovec.self, capacity: Self.vectors) { vectors in
            var count = 0
            var index = head
            var more = false
            var skip = sent
            while index < parts.count {
                guard case .bytes(let bytes) = parts[index], count < Self.vectors else {
                    more = true
                    break
                }
                // The pointer outlives the closure: the queue holds the slice, and its storage never moves.
                bytes.withUnsafeBytes { raw in
                    vectors[count] = iovec(
                        iov_base: UnsafeMutableRawPointer(mutating: raw.baseAddress! + skip),
                        iov_len: raw.count - skip)
                }
                skip = 0
                count += 1
                index += 1
            }
            return kd_send(socket, vectors.baseAddress, count, more ? 1 : 0)
        }
    }
}
