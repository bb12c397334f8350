import Bytes
import Glibc

/// What a stream knows of a frame that has not come in whole.
struct UnfinishedFrame {
    /// The bytes of the size that came, and how many.
    var sizeBytes: UInt32 = 0
    var sizeCount = 0
    /// The size, once known; -1 before.
    var size = -1
    /// The bytes that came, in memory that grows with them; nil while none came.
    var storage: ByteStorage?
    var filled = 0
    /// When its first byte came.
    var begun = MonotonicTime(nanoseconds: 0)

    /// Where `readv` may put the next bytes of this frame.
    var space: (start: UnsafeMutableRawPointer, count: Int)? {
        guard let storage else { return nil }
        let count = min(storage.byteCount, size) - filled
        return count > 0 ? (storage.base + filled, count) : nil
    }

    /// True when some of it came.
    var isBegun: Bool { size >= 0 || sizeCount > 0 }

    /// Copies bytes behind those that came, at most as many as the frame lacks; returns how many it took. Memory is four
    /// times what came, never what was announced.
    mutating func append(_ bytes: UnsafeRawBufferPointer, _ spare: inout SpareStorage) -> Int {
        let count = min(bytes.count, size - filled)
        guard count > 0, let from = bytes.baseAddress else { return 0 }
        if (storage?.byteCount ?? 0) < filled + count {
            let grown = spare.take(min(size, max((filled + count) * 4, 4 * 1_024)))
            if let storage {
                grown.base.copyMemory(from: storage.base, byteCount: filled)
                spare.give(storage)
            }
            storage = grown
        }
        storage?.base.advanced(by: filled).copyMemory(from: from, byteCount: count)
        filled += count
        return count
    }
}

extension Stream {
    /// Reads until the socket has no more, at most four times: other streams wait.
    func read() {
        for _ in 0..<4 {
            guard case .open = state, !isPaused, backlog.isEmpty, !hasUnsent || readsWhileSending else { return }
            guard tls == nil ? readOnce() : readSealed() else { return }
        }
    }

    /// One `readv`: the rest of the unfinished frame into its own memory, what follows into the loop's buffer. True when both
    /// were filled: there is more.
    private func readOnce() -> Bool {
        loop.buffer.prepare()
        let room = loop.buffer.room
        let start = loop.buffer.used
        let space = frame.space
        let count = withUnsafeTemporaryAllocation(of: iovec.self, capacity: 2) { vectors in
            let tail = iovec(iov_base: loop.buffer.storage.base + start, iov_len: room)
            guard let space else {
                vectors[0] = tail
                return readv(descriptor, vectors.baseAddress, 1)
            }
            vectors[0] = iovec(iov_base: space.start, iov_len: space.count)
            vectors[1] = tail
            return readv(descriptor, vectors.baseAddress, 2)
        }
        guard count > 0 else {
            if count == 0 {
                close(.endOfStream)
            } else if errno != EAGAIN, errno != EINTR {
                close(.system("read", errno))
            }
            return false
        }
        lastActivity = loop.now
        let own = min(count, space?.count ?? 0)
        frame.filled += own
        let rest = count - own
        loop.buffer.take(rest)
        if own > 0, frame.filled == frame.size {
            finishFrame()
            accountForMemory()
        }
        if rest > 0 { cut(ByteSlice(storage: loop.buffer.storage, start: start, count: rest)) }
        return count == room + (space?.count ?? 0)
    }

    /// Hands out the whole frames of `bytes` and keeps the rest.
    func cut(_ bytes: ByteSlice) {
        var at = 0
        defer { accountForMemory() }
        while at < bytes.count {
            guard case .open = state else { return }
            if isPaused {
                backlog = bytes.suffix(from: at).detached()
                updateInterest()
                return
            }
            if frame.size < 0 {
                if frame.sizeCount == 0 { frame.begun = loop.now }
                at += takeSize(bytes, at)
                guard frame.sizeCount == 4 else { continue }
                frame.sizeCount = 0
                let size = Int32(bitPattern: frame.sizeBytes)
                guard size >= 4, Int(size) <= maximumFrame else {
                    close(.frameSize(size))
                    return
                }
                frame.size = Int(size)
            }
            if frame.filled == 0, bytes.count - at >= frame.size {
                let whole = bytes.slice(at..<at + frame.size)
                at += frame.size
                frame.size = -1
                handler?.stream(self, frame: whole)
            } else if at < bytes.count {
                at += bytes.withUnsafeBytes { frame.append(UnsafeRawBufferPointer(rebasing: $0[at...]), &loop.spare) }
                if frame.filled == frame.size { finishFrame() }
            }
        }
    }

    /// Takes bytes of the size; returns how many.
    private func takeSize(_ bytes: ByteSlice, _ at: Int) -> Int {
        if frame.sizeCount == 0, let size = bytes.integer(at: at, as: UInt32.self) {
            frame.sizeBytes = size
            frame.sizeCount = 4
            return 4
        }
        frame.sizeBytes = frame.sizeBytes << 8 | UInt32(bytes[at])
        frame.sizeCount += 1
        return 1
    }

    /// Hands out a frame that came in pieces.
    private func finishFrame() {
        guard let storage = frame.storage else { return }
        let size = frame.size
        frame = UnfinishedFrame()
        if case .open = state {
            handler?.stream(self, frame: ByteSlice(storage: storage, start: 0, count: size))
        }
        loop.spare.give(consume storage)
    }

    /// After a pause: hands out what came in before it.
    func deliverBacklog() {
        guard case .open = state, !isPaused else { return }
        let bytes = backlog
        backlog = .empty
        cut(bytes)
        if tls != nil { unseal() }
        updateInterest()
    }

    /// Tells the loop how much memory the peer's bytes keep busy.
    private func accountForMemory() {
        let held = isOpen ? (frame.storage?.byteCount ?? 0) + backlog.count + heldByRequests : 0
        guard held != heldBytes else { return }
        let grew = held > heldBytes
        loop.heldBytes += held - heldBytes
        heldBytes = held
        if grew, loop.heldBytes > loop.heldLimit { loop.relieve() }
    }

    /// Says how many bytes of the peer's whole frames wait to be handled; they count as those of unfinished ones do.
    public func hold(_ bytes: Int) {
        heldByRequests = bytes
        accountForMemory()
    }

    /// When the frame that is coming in began; nil when there is none.
    public var unfinishedSince: MonotonicTime? { frame.isBegun && !isPaused ? frame.begun : nil }
}
