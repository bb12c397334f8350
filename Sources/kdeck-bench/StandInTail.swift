import Bytes
import Codecs
import Foundation
import KafkaWire

/// What comes into one topic of a ``StandInCluster``: batches of a thousand records of about 100 B, made when they are asked
/// for. Which batch lies at which offset follows from the clock alone, so nothing is kept and nothing is lost.
struct StandInTail: Sendable {
    /// Records of a batch.
    static let batchSize: Int64 = 1_000

    private let partitions: Int
    /// Seconds from one batch of a partition to its next.
    private let pause: Double
    private let begin = Machine.seconds()
    private let epoch = Date().timeIntervalSince1970
    private let template: [UInt8]

    /// So many records a second over so many partitions, as if it had been so for a minute.
    init(perSecond: Int, partitions: Int) throws {
        self.partitions = partitions
        pause = Double(Self.batchSize) * Double(partitions) / Double(perSecond)
        var builder = RecordBatchBuilder(capacity: 120_000)
        for index in 0..<Self.batchSize {
            let pad = String(repeating: "x", count: 60)
            builder.append(
                key: nil, value: ByteSlice("{\"id\":\(1_000_000 + index),\"status\":\"paid\",\"pad\":\"\(pad)\"}"),
                timestamp: 0)
        }
        template = try builder.build().array
    }

    /// One past the last record of a partition now.
    func end(of partition: Int32) -> Int64 {
        let ran = 60 + Machine.seconds() - begin - pause * Double(partition) / Double(partitions)
        return max(0, Int64(ran / pause)) * Self.batchSize
    }

    /// Batches from the one that holds `offset` on, at most so many bytes but at least one where there is one.
    func batches(of partition: Int32, from offset: Int64, maxBytes: Int) -> ByteSlice {
        let end = end(of: partition)
        var bytes: [UInt8] = []
        var base = offset / Self.batchSize * Self.batchSize
        while base < end, bytes.isEmpty || bytes.count + template.count <= maxBytes {
            bytes += batch(at: base)
            base += Self.batchSize
        }
        return ByteSlice(bytes)
    }

    /// The batch at a base offset: the same records with the time that they came.
    private func batch(at base: Int64) -> [UInt8] {
        var bytes = template
        let time = Int64((epoch - 60 + Double(base / Self.batchSize) * pause) * 1_000)
        bytes.withUnsafeMutableBytes { raw in
            raw.storeBytes(of: base.bigEndian, toByteOffset: 0, as: Int64.self)
            raw.storeBytes(of: time.bigEndian, toByteOffset: 27, as: Int64.self)
            raw.storeBytes(of: time.bigEndian, toByteOffset: 35, as: Int64.self)
        }
        let sum = bytes.withUnsafeBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[21...])) }
        bytes.withUnsafeMutableBytes { $0.storeBytes(of: sum.bigEndian, toByteOffset: 17, as: UInt32.self) }
        return bytes
    }
}
