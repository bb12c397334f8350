import Bytes

extension BatchView {
    /// Until when (ms) the tombstones of the batch stay; nil when it has no such time yet. It stands in the place of the
    /// base timestamp (KIP-534).
    var deleteHorizon: Int64? { attributes & 64 != 0 ? baseTimestamp : nil }

    /// The timestamp that indexes take notice of: none of a batch without records.
    var indexedTimestamp: Int64 { count > 0 ? maxTimestamp : -1 }

    /// The batch with other records: offsets, sequences and the producer stay.
    func replaced(
        records: ByteSlice, count: Int32, maxTimestamp: Int64, deleteHorizon: Int64?
    ) -> ByteSlice {
        var buffer = header(room: records.count)
        buffer.append(records)
        buffer.store(count, at: 57)
        buffer.store(maxTimestamp, at: 35)
        if let deleteHorizon {
            buffer.store(attributes | 64, at: 21)
            buffer.store(deleteHorizon, at: 27)
        }
        return Self.finished(buffer)
    }

    /// The header alone, as Kafka writes it for a batch whose records have all gone.
    static func emptied(_ batch: BatchView) -> ByteSlice {
        var buffer = batch.header(room: 0)
        buffer.store(Int32(0), at: 57)
        // Neither codec nor horizon.
        buffer.store(batch.attributes & ~(64 | 7), at: 21)
        buffer.store(Int64(-1), at: 27)
        return finished(buffer)
    }

    private func header(room: Int) -> ByteBuffer {
        var buffer = ByteBuffer(capacity: Self.headerSize + room)
        buffer.append(whole(size: Self.headerSize))
        return buffer
    }

    private static func finished(_ buffer: consuming ByteBuffer) -> ByteSlice {
        buffer.store(Int32(truncatingIfNeeded: buffer.count - overhead), at: 8)
        let batch = buffer.freeze()
        batch.withUnsafeMutableBytes { bytes in
            if let base = bytes.baseAddress { setChecksum(in: base) }
        }
        return batch
    }
}
