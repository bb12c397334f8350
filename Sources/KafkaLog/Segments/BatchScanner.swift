import Glibc

/// Goes over the batches of a file through one buffer, batch by batch: only the headers, or whole batches.
final class BatchScanner {
    private let file: any LogFile
    /// Bytes of the file that count.
    private let limit: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var filled = 0

    /// - Parameter chunk: bytes read at once; more only for a batch that is larger and asked for whole.
    init(_ file: any LogFile, limit: Int, chunk: Int = 4096) {
        self.file = file
        self.limit = limit
        buffer = .allocate(byteCount: max(chunk, BatchView.headerSize), alignment: 16)
    }

    deinit {
        buffer.deallocate()
    }

    /// The header at `position`, good until the next call; nil when no whole header of magic 2 with a possible length
    /// is there or the batch would end behind the limit.
    func header(at position: Int) throws(FileError) -> BatchView? {
        guard limit - position >= BatchView.headerSize,
            let base = try bytes(at: position, count: BatchView.headerSize)
        else { return nil }
        let view = BatchView(base)
        guard view.length >= BatchView.headerSize - BatchView.overhead, view.magic == 2,
            view.sizeInBytes <= limit - position, view.lastOffsetDelta >= 0, view.baseOffset >= 0,
            view.baseOffset <= Int64.max - Int64(Int32.max)
        else { return nil }
        return view
    }

    /// The whole batch at `position`, whose header was read, good until the next call.
    func batch(at position: Int, size: Int) throws(FileError) -> BatchView? {
        try bytes(at: position, count: size).map { BatchView($0) }
    }

    private func bytes(at position: Int, count: Int) throws(FileError) -> UnsafeRawPointer? {
        if position < start || position + count > start + filled {
            if count > buffer.count {
                buffer.deallocate()
                buffer = .allocate(byteCount: count, alignment: 16)
            }
            let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, limit - position)])
            start = position
            filled = 0
            filled = try file.pread(room, at: position)
            guard filled >= count else { return nil }
        }
        return buffer.baseAddress.map { UnsafeRawPointer($0) + (position - start) }
    }
}
