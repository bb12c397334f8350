import Bytes
import Codecs

extension PartitionLog {
    /// A record found by its timestamp.
    public struct TimedOffset: Sendable, Equatable {
        /// The record's offset.
        public var offset: Int64
        /// Its timestamp in milliseconds.
        public var timestamp: Int64
        /// The epoch of its batch.
        public var epoch: Int32
    }

    /// The first record whose timestamp is `timestamp` (milliseconds) or later; nil when there is none.
    public func offset(forTimestamp timestamp: Int64) throws(LogError) -> TimedOffset? {
        try inLog { () throws(FileError) in
            for segment in segments where segment.size > 0 {
                guard try segment.largestTimestamp().timestamp >= timestamp else { continue }
                if let found = try search(segment, from: timestamp) { return found }
            }
            return nil
        }
    }

    /// The record with the largest timestamp, the first of them; nil in an empty log.
    public func maxTimestampOffset() throws(LogError) -> TimedOffset? {
        try inLog { () throws(FileError) in
            var best: (segment: Segment, timestamp: Int64)?
            for segment in segments where segment.size > 0 {
                let largest = try segment.largestTimestamp().timestamp
                if best.map({ largest > $0.timestamp }) ?? true { best = (segment, largest) }
            }
            guard let best, best.timestamp >= 0 else { return nil }
            return try search(best.segment, from: best.timestamp)
        }
    }

    private func search(_ segment: Segment, from timestamp: Int64) throws(FileError) -> TimedOffset? {
        let before = try segment.timeIndex().relativeOffset(before: timestamp)
        let start = max(Int64(before), logStartOffset - segment.baseOffset)
        var position = try segment.offsetIndex().position(for: start)
        let scanner = BatchScanner(try segment.readable(), limit: segment.size)
        while let header = try scanner.header(at: position) {
            let size = header.sizeInBytes
            if header.maxTimestamp >= timestamp, header.lastOffset >= logStartOffset,
                let batch = try scanner.batch(at: position, size: size),
                let found = record(in: batch, size: size, from: timestamp)
            {
                return found
            }
            position += size
        }
        return nil
    }

    private func record(in batch: BatchView, size: Int, from timestamp: Int64) -> TimedOffset? {
        let payload = batch.payload(size: size)
        let plain: ByteSlice
        if batch.codec == 0 {
            plain = ByteSlice(copying: payload)
        } else if let codec = CompressionCodec(rawValue: batch.codec),
            let inflated = try? codec.decompress(ByteSlice(copying: payload), limit: config.maxInflatedBytes)
        {
            plain = inflated
        } else {
            // Nobody can look inside; the batch as a whole is the best answer.
            return TimedOffset(
                offset: max(batch.baseOffset, logStartOffset), timestamp: batch.maxTimestamp, epoch: batch.leaderEpoch)
        }
        return plain.withUnsafeBytes { bytes in
            var walk = RecordWalk(bytes)
            for _ in 0..<max(batch.count, 0) {
                guard let record = try? walk.next() else { return nil }
                let time =
                    batch.isLogAppendTime ? batch.maxTimestamp : batch.baseTimestamp &+ record.timestampDelta
                let offset = batch.baseOffset &+ Int64(record.offsetDelta)
                if time >= timestamp, offset >= logStartOffset {
                    return TimedOffset(offset: offset, timestamp: time, epoch: batch.leaderEpoch)
                }
            }
            return nil
        }
    }
}
