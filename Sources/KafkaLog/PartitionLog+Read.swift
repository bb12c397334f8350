import Bytes

extension PartitionLog {
    /// Reads of at least this many bytes are answered with a piece of the file.
    public static let sendfileFrom = 32 << 10

    /// Reads batches from the one that holds `offset` on, as much as `maxBytes` allows and of one segment at most.
    ///
    /// - Parameters:
    ///   - offset: from the log's start to the end of what is written; that end gives an empty read.
    ///   - upTo: the first offset that must not be seen (high watermark, last stable offset).
    ///   - atLeastOneBatch: the first batch comes whole even when it is larger than `maxBytes`; without it such a batch
    ///     gives an empty read, never a piece.
    ///   - copies: small reads come as bytes; without it a piece of the file is given whatever its size.
    public func read(
        from offset: Int64, maxBytes: Int, upTo: Int64, atLeastOneBatch: Bool, copies: Bool = true
    ) throws(LogError) -> LogRead {
        guard offset >= logStartOffset, offset <= flushedEndOffset else {
            throw .offsetOutOfRange(
                offset: offset, logStartOffset: logStartOffset, logEndOffset: flushedEndOffset)
        }
        let nothing = LogRead(content: .bytes(.empty), firstBatchOffset: offset)
        let end = min(upTo, flushedEndOffset)
        guard offset < end, maxBytes > 0 || atLeastOneBatch else { return nothing }
        return try inLog { () throws(FileError) in
            guard let place = try locate(offset) else { return nothing }
            return try read(place, limit: end, maxBytes: maxBytes, atLeastOneBatch: atLeastOneBatch, copies: copies)
        }
    }

    /// A batch's place.
    struct Place {
        var segment: Int
        var position: Int
        var baseOffset: Int64
        /// Bytes of the batch; nil when its header was not read.
        var size: Int?
    }

    /// The place of the first batch that ends at `offset` or behind it.
    func locate(_ offset: Int64) throws(FileError) -> Place? {
        var index = segmentIndex(of: offset)
        if index == segments.count - 1, let position = tail.position(of: offset), position < segments[index].size {
            return Place(segment: index, position: position, baseOffset: offset, size: nil)
        }
        while index < segments.count {
            let segment = segments[index]
            if segment.size > 0 {
                let scanner = BatchScanner(try segment.readable(), limit: segment.size)
                var position = try segment.offsetIndex().position(for: offset - segment.baseOffset)
                while let batch = try scanner.header(at: position) {
                    if batch.lastOffset >= offset {
                        return Place(
                            segment: index, position: position, baseOffset: batch.baseOffset, size: batch.sizeInBytes)
                    }
                    position += batch.sizeInBytes
                }
            }
            index += 1
        }
        return nil
    }

    /// The segment with the greatest base offset not above `offset`.
    func segmentIndex(of offset: Int64) -> Int {
        if active.baseOffset <= offset { return segments.count - 1 }
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].baseOffset <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }

    private func read(
        _ place: Place, limit: Int64, maxBytes: Int, atLeastOneBatch: Bool, copies: Bool
    ) throws(FileError) -> LogRead {
        let segment = segments[place.segment]
        let file = try segment.readable()
        var end = segment.size
        if limit < flushedEndOffset, segmentIndex(of: limit) == place.segment, let stop = try locate(limit),
            stop.segment == place.segment
        {
            end = stop.position
        }
        var count = end - place.position
        if count > maxBytes {
            count = max(maxBytes, 0)
            var size = place.size ?? 0
            if place.size == nil {
                let scanner = BatchScanner(file, limit: segment.size, chunk: 64)
                size = try scanner.header(at: place.position)?.sizeInBytes ?? 0
            }
            if size > count { count = atLeastOneBatch ? min(size, end - place.position) : 0 }
        }
        guard count > 0 else {
            return LogRead(content: .bytes(.empty), firstBatchOffset: place.baseOffset)
        }
        if !copies || count >= Self.sendfileFrom, file.descriptor != nil {
            return LogRead(
                content: .file(file, position: place.position, count: count), firstBatchOffset: place.baseOffset)
        }
        let bytes = try file.bytes(from: place.position, count: count)
        return LogRead(content: .bytes(bytes), firstBatchOffset: place.baseOffset)
    }

    /// The aborted transactions that a read_committed reader of `[offset, upTo)` must know: producer and first offset.
    public func abortedTransactions(
        from offset: Int64, upTo: Int64
    ) throws(LogError) -> [(producerID: Int64, firstOffset: Int64)] {
        var found: [(producerID: Int64, firstOffset: Int64)] = []
        for index in segmentIndex(of: offset)..<segments.count {
            for entry in try inLog({ () throws(FileError) in try segments[index].aborted() })
            where entry.lastOffset >= offset && entry.firstOffset < upTo {
                found.append((entry.producerID, entry.firstOffset))
            }
        }
        return found
    }
}
