import Bytes

extension Stream {
    /// Queues bytes; they leave at the end of the pass, together with what else was queued. Ignored once closed.
    public func send(_ bytes: ByteSlice) {
        guard isOpen else { return }
        queue.append(bytes)
        scheduleFlush()
    }

    /// Queues `count` bytes of a file from `position`; they go from the page cache to the socket without a copy.
    /// `keepAlive` is held until they left. The stream closes when the file turns out to be shorter. Ignored once closed.
    public func send(file descriptor: Int32, position: Int, count: Int, keepAlive: AnyObject?) {
        guard isOpen else { return }
        queue.append(file: descriptor, position: position, count: count, keepAlive: keepAlive)
        scheduleFlush()
    }

    /// Has the handler told once, at the end of a pass in which the socket took all that was queued.
    public func tellWhenDrained() {
        wantsWordWhenDrained = true
        scheduleFlush()
    }

    func scheduleFlush() {
        guard !isFlushScheduled else { return }
        isFlushScheduled = true
        loop.flushAtEnd(self)
    }

    func flush() {
        isFlushScheduled = false
        guard case .open = state else { return }
        switch tls == nil ? queue.flush(to: descriptor) : flushSealed() {
        case .empty:
            updateInterest()
            if wantsWordWhenDrained {
                wantsWordWhenDrained = false
                handler?.streamDrained(self)
            }
        case .blocked: updateInterest()
        case .failed(let reason):
            queue.removeAll()
            close(reason)
        }
    }

    /// Offers what is queued to the socket before it closes.
    func lastFlush() {
        if let tls {
            _ = flushSealed()
            tls.shutdown()
            _ = tls.sealed.flush(to: descriptor)
        } else {
            _ = queue.flush(to: descriptor)
        }
    }
}
