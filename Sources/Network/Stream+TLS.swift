import Bytes
import Glibc

extension Stream {
    /// Sealed bytes that may wait for the socket before no more are sealed.
    private static let sealedLimit = 256 * 1_024
    private static let handshakeTime = Duration.seconds(10)

    /// Begins the handshake; the handler is told that the stream is open when it is done.
    func startTLS() {
        tls?.timer = loop.schedule(after: Self.handshakeTime) { [weak self] in
            self?.close(.tls(.silent))
        }
        shakeHands()
    }

    /// What TLS agreed on; nil without it, or before its handshake is done.
    public var tlsFacts: TLSFacts? { tls?.isOpen == true ? tls?.facts : nil }

    /// Reads sealed bytes and hands out the frames in them. True when there may be more.
    func readSealed() -> Bool {
        let storage = loop.sealedBuffer
        let count = Glibc.read(descriptor, storage.base, storage.byteCount)
        guard count > 0 else {
            if count == 0 {
                close(tls?.isOpen == true ? .endOfStream : .tls(.hungUp))
            } else if errno != EAGAIN, errno != EINTR {
                close(.system("read", errno))
            }
            return false
        }
        tls?.feed(UnsafeRawBufferPointer(start: storage.base, count: count))
        if tls?.isOpen == false { shakeHands() }
        unseal()
        return count == storage.byteCount
    }

    /// Opens what was fed, until reading is paused or a record is incomplete.
    func unseal() {
        while case .open = state, !isPaused, backlog.isEmpty, let tls, tls.isOpen {
            loop.buffer.prepare()
            let start = loop.buffer.used
            let room = UnsafeMutableRawBufferPointer(start: loop.buffer.storage.base + start, count: loop.buffer.room)
            switch tls.read(into: room) {
            case .done(let count):
                loop.buffer.take(count)
                cut(ByteSlice(storage: loop.buffer.storage, start: start, count: count))
            case .more:
                if !tls.sealed.isEmpty { scheduleFlush() }
                return
            case .closed: close(.endOfStream)
            case .failed(let failure): close(.tls(failure))
            }
        }
    }

    /// Seals what is queued and sends it, a bounded piece at a time.
    func flushSealed() -> SendQueue.Outcome {
        guard let tls else { return .empty }
        while true {
            while tls.isOpen, tls.sealed.pending < Self.sealedLimit, let part = queue.first {
                let outcome: SendQueue.Outcome?
                switch part {
                case .bytes(let bytes):
                    outcome = bytes.slice(0..<min(bytes.count, 64 * 1_024)).withUnsafeBytes { seal($0, tls) }
                case .file(let descriptor, let position, let count, _):
                    outcome = sealFile(descriptor, position, min(count, 64 * 1_024), tls)
                }
                if let outcome { return outcome }
            }
            let outcome = tls.sealed.flush(to: descriptor)
            guard outcome == .empty, tls.isOpen, !queue.isEmpty else { return outcome }
        }
    }

    private func shakeHands() {
        guard let tls else { return }
        let outcome = tls.handshake()
        scheduleFlush()
        switch outcome {
        case .more: return
        case .done:
            if let timer = tls.timer { loop.cancel(timer) }
            tls.timer = nil
            handler?.streamOpened(self)
        case .closed: close(.tls(.hungUp))
        case .failed(let failure): close(.tls(failure))
        }
    }

    /// Nil when the bytes were sealed.
    private func seal(_ bytes: UnsafeRawBufferPointer, _ tls: TLSSession) -> SendQueue.Outcome? {
        switch tls.write(bytes) {
        case .done(let count):
            queue.consume(count)
            tls.takeOutput()
            return nil
        case .more: return .blocked
        case .closed: return .failed(.endOfStream)
        case .failed(let failure): return .failed(.tls(failure))
        }
    }

    private func sealFile(_ file: Int32, _ position: Int, _ count: Int, _ tls: TLSSession) -> SendQueue.Outcome? {
        withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { room in
            let got = pread(file, room.baseAddress, count, off_t(position))
            guard got > 0 else { return .failed(got == 0 ? .fileEnded : .system("pread", errno)) }
            return seal(UnsafeRawBufferPointer(rebasing: room[..<got]), tls)
        }
    }
}
