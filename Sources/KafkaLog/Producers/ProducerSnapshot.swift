import Bytes
import Codecs

/// The `<offset>.snapshot` files: what the ledger knew of everything before that offset. Version 1 of Kafka's layout:
/// int16 version, uint32 CRC-32C of all behind it, int32 count, 46 bytes a producer. Only the newest batch of a producer
/// is in it, as in Kafka.
enum ProducerSnapshot {
    private static let entrySize = 46

    static func encode(_ ledger: ProducerLedger) -> ByteSlice {
        var buffer = ByteBuffer(capacity: 10 + ledger.producers.count * entrySize)
        buffer.append(Int16(1))
        buffer.append(UInt32(0))
        buffer.append(Int32(clamping: ledger.producers.count))
        for (id, state) in ledger.producers.sorted(by: { $0.key < $1.key }) {
            buffer.append(id)
            buffer.append(state.epoch)
            buffer.append(state.lastSequence)
            buffer.append(state.lastOffset)
            buffer.append(state.last?.offsetDelta ?? 0)
            buffer.append(state.lastTimestamp)
            buffer.append(state.coordinatorEpoch)
            buffer.append(state.transactionStart ?? -1)
        }
        let checksum = buffer.withUnsafeBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[6...])) }
        buffer.store(checksum, at: 2)
        return buffer.freeze()
    }

    /// The ledger in `bytes`, or nil when they are no whole snapshot of a known version.
    static func decode(_ bytes: ByteSlice, at offset: Int64) -> ProducerLedger? {
        guard let version: Int16 = bytes.integer(at: 0), version == 1, let checksum: UInt32 = bytes.integer(at: 2),
            let count: Int32 = bytes.integer(at: 6), count >= 0,
            bytes.count == 10 + Int(count) * entrySize,
            bytes.withUnsafeBytes({ CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[6...])) }) == checksum
        else { return nil }
        var ledger = ProducerLedger()
        ledger.mapEndOffset = offset
        for index in 0..<Int(count) {
            let at = 10 + index * entrySize
            guard let id: Int64 = bytes.integer(at: at), let epoch: Int16 = bytes.integer(at: at + 8),
                let sequence: Int32 = bytes.integer(at: at + 10), let last: Int64 = bytes.integer(at: at + 14),
                let delta: Int32 = bytes.integer(at: at + 22), let timestamp: Int64 = bytes.integer(at: at + 26),
                let coordinator: Int32 = bytes.integer(at: at + 34), let start: Int64 = bytes.integer(at: at + 38)
            else { return nil }
            var state = ProducerState(epoch: epoch, timestamp: timestamp)
            if last >= 0, delta >= 0 {
                state.add(
                    ProducerBatch(lastSequence: sequence, lastOffset: last, offsetDelta: delta, timestamp: timestamp))
            }
            state.coordinatorEpoch = coordinator
            state.transactionStart = start >= 0 ? start : nil
            ledger.restore(id, state)
        }
        return ledger
    }
}
