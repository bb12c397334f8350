import Bytes

/// The `.txnindex` of a segment: the aborted transactions whose marker lies in it, 34 bytes each.
enum TransactionIndex {
    static let entrySize = 34

    static func encode(_ entries: [ProducerLedger.Aborted]) -> ByteSlice {
        var buffer = ByteBuffer(capacity: entries.count * entrySize)
        for entry in entries {
            buffer.append(Int16(0))
            buffer.append(entry.producerID)
            buffer.append(entry.firstOffset)
            buffer.append(entry.lastOffset)
            buffer.append(entry.lastStableOffset)
        }
        return buffer.freeze()
    }

    /// The whole entries in a file's bytes; a torn one at the end is left out.
    static func decode(_ bytes: ByteSlice) -> [ProducerLedger.Aborted] {
        var entries: [ProducerLedger.Aborted] = []
        for at in stride(from: 0, through: bytes.count - entrySize, by: entrySize) {
            guard let version: Int16 = bytes.integer(at: at), version == 0,
                let id: Int64 = bytes.integer(at: at + 2), let first: Int64 = bytes.integer(at: at + 10),
                let last: Int64 = bytes.integer(at: at + 18), let stable: Int64 = bytes.integer(at: at + 26)
            else { break }
            entries.append(
                ProducerLedger.Aborted(
                    producerID: id, firstOffset: first, lastOffset: last, lastStableOffset: stable))
        }
        return entries
    }
}
