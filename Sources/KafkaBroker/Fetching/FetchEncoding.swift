import Bytes
import KafkaLog
import KafkaWire

/// Writes fetch answers. By hand and not through the generated `FetchResponse`, for one reason: records may be ranges
/// of files, which the kernel sends between two pieces of what is written here.
struct FetchEncoder: ~Copyable {
    private let version: Int16
    private var isFlexible: Bool { version >= 12 }
    private var buffer: ByteBuffer
    private var done: [EncodedResponse.Part] = []
    /// Bytes in `done`.
    private var doneBytes = 0

    /// A whole answer.
    static func encode(
        _ partitions: [FetchedPartition], error: ErrorCode = .none, sessionID: Int32, version: Int16,
        correlationID: Int32
    ) -> EncodedResponse {
        var inline = 64
        for partition in partitions {
            inline += 64 + partition.topic.rawValue.utf8.count
            if case .bytes(let bytes) = partition.records { inline += bytes.count }
        }
        var encoder = FetchEncoder(version: version, capacity: inline)
        encoder.header(correlationID, error, sessionID)
        encoder.topics(partitions)
        encoder.endTags()
        return encoder.finish()
    }

    /// The end of an answer with one partition in flexible versions: no tags of partition, topic and answer.
    private static let noTags = ByteSlice([0, 0, 0])

    /// The answer for one partition that has records and no error; nil when their file cannot be read. Few records are
    /// read into the answer itself, many go from the file to the socket.
    static func encode(
        one found: FetchedPartition, sessionID: Int32, version: Int16, correlationID: Int32
    ) -> EncodedResponse? {
        let size = found.records.count
        let isSent = size >= PartitionLog.sendfileFrom
        var encoder = FetchEncoder(
            version: version, capacity: 128 + found.topic.rawValue.utf8.count + (isSent ? 0 : size))
        encoder.header(correlationID, .none, sessionID)
        encoder.count(1)
        encoder.topic(found)
        encoder.count(1)
        encoder.facts(found)
        let tail = encoder.isFlexible ? noTags : .empty
        switch found.records {
        case .none: break
        case .bytes(let bytes): encoder.buffer.append(bytes)
        case .file(let file, let position, let count):
            if isSent {
                encoder.buffer.store(
                    Int32(truncatingIfNeeded: encoder.buffer.count + count + tail.count - 4), at: 0)
                let piece = EncodedResponse.Piece(file: file, position: position, count: count, tail: tail)
                return EncodedResponse(head: encoder.buffer.freeze(), piece: piece)
            }
            let before = encoder.buffer.count
            let isRead: ()? = try? encoder.buffer.appendUninitialized(upTo: count) { room throws(FileError) in
                try file.pread(room, at: position)
            }
            guard isRead != nil, encoder.buffer.count - before == count else { return nil }
        }
        encoder.buffer.append(tail)
        return encoder.finish()
    }

    private init(version: Int16, capacity: Int) {
        self.version = version
        buffer = ByteBuffer(capacity: capacity)
    }

    private mutating func header(_ correlationID: Int32, _ error: ErrorCode, _ sessionID: Int32) {
        buffer.append(Int32(0))
        buffer.append(correlationID)
        endTags()
        buffer.append(Int32(0))
        guard version >= 7 else { return }
        buffer.append(error.rawValue)
        buffer.append(sessionID)
    }

    private mutating func topics(_ partitions: [FetchedPartition]) {
        // Neighbours of one topic share its entry; a topic may come twice, as with Kafka.
        var runs = 0
        var start = 0
        while start < partitions.count {
            start = Self.endOfRun(partitions, from: start)
            runs += 1
        }
        count(runs)
        start = 0
        while start < partitions.count {
            let end = Self.endOfRun(partitions, from: start)
            topic(partitions[start])
            count(end - start)
            for place in start..<end { partition(partitions[place]) }
            endTags()
            start = end
        }
    }

    private mutating func topic(_ found: FetchedPartition) {
        if version >= 13 {
            buffer.append(found.topicID.high)
            buffer.append(found.topicID.low)
        } else {
            string(found.topic.rawValue)
        }
    }

    /// Behind the last of the partitions that follow `start` and are of its topic.
    private static func endOfRun(_ partitions: [FetchedPartition], from start: Int) -> Int {
        var end = start + 1
        while end < partitions.count, partitions[end].topicID == partitions[start].topicID,
            partitions[end].topic == partitions[start].topic
        {
            end += 1
        }
        return end
    }

    /// What is said of a partition in front of its records, and their size.
    private mutating func facts(_ found: FetchedPartition) {
        buffer.append(found.partition)
        buffer.append(found.error.rawValue)
        buffer.append(found.highWatermark)
        buffer.append(found.lastStableOffset)
        if version >= 5 { buffer.append(found.logStartOffset) }
        if let aborted = found.aborted {
            count(aborted.count)
            for transaction in aborted {
                buffer.append(transaction.producerID)
                buffer.append(transaction.firstOffset)
                endTags()
            }
        } else if isFlexible {
            buffer.append(UInt8(0))
        } else {
            buffer.append(Int32(-1))
        }
        if version >= 11 { buffer.append(Int32(-1)) }
        if isFlexible {
            unsigned(UInt32(truncatingIfNeeded: found.records.count + 1))
        } else {
            buffer.append(Int32(truncatingIfNeeded: found.records.count))
        }
    }

    private mutating func partition(_ found: FetchedPartition) {
        facts(found)
        switch found.records {
        case .none: break
        case .bytes(let bytes): buffer.append(bytes)
        case .file(let file, let position, let count):
            cut()
            done.append(.file(file, position: position, count: count))
            doneBytes += count
        }
        guard isFlexible else { return }
        let leader = version >= 16 ? found.currentLeader : nil
        unsigned((found.divergingEpoch == nil ? 0 : 1) + (leader == nil ? 0 : 1))
        if let diverging = found.divergingEpoch {
            unsigned(0)
            unsigned(13)
            buffer.append(diverging.epoch)
            buffer.append(diverging.endOffset)
            unsigned(0)
        }
        if let leader {
            unsigned(1)
            unsigned(9)
            buffer.append(leader.id)
            buffer.append(leader.epoch)
            unsigned(0)
        }
    }

    // MARK: Primitives

    private mutating func endTags() {
        if isFlexible { buffer.append(UInt8(0)) }
    }

    private mutating func count(_ count: Int) {
        if isFlexible {
            unsigned(UInt32(truncatingIfNeeded: count + 1))
        } else {
            buffer.append(Int32(truncatingIfNeeded: count))
        }
    }

    private mutating func string(_ text: String) {
        if isFlexible {
            unsigned(UInt32(truncatingIfNeeded: text.utf8.count + 1))
        } else {
            buffer.append(Int16(truncatingIfNeeded: text.utf8.count))
        }
        buffer.append(utf8: text)
    }

    private mutating func unsigned(_ value: UInt32) {
        var value = value
        while value >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        buffer.append(UInt8(value))
    }

    /// Puts what is written so far among the parts and goes on in a fresh buffer.
    private mutating func cut() {
        var piece = ByteBuffer(capacity: 256)
        swap(&piece, &buffer)
        let bytes = piece.freeze()
        guard !bytes.isEmpty else { return }
        done.append(.bytes(bytes))
        doneBytes += bytes.count
    }

    private consuming func finish() -> EncodedResponse {
        if done.isEmpty {
            buffer.store(Int32(truncatingIfNeeded: buffer.count - 4), at: 0)
            return EncodedResponse(head: buffer.freeze())
        }
        cut()
        var parts = done
        guard case .bytes(let head) = parts.removeFirst() else { return EncodedResponse(head: .empty) }
        let size = Int32(truncatingIfNeeded: doneBytes - 4)
        // Nobody else has seen these bytes: the size goes in front.
        head.withUnsafeMutableBytes { $0.storeBytes(of: size.bigEndian, as: Int32.self) }
        return EncodedResponse(head: head, rest: parts)
    }
}
