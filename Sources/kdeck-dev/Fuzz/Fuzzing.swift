import Bytes
import Codecs
import KafkaWire

/// What hostile bytes must not break: every decoder gives a value or its typed error, and a value read from bytes is
/// written and read again to the same bytes.
enum Fuzzing {
    /// Something that takes bytes.
    enum Subject {
        case message(any WireMessage.Type, version: Int16)
        case frameHeader
        case batches
        case codec(CompressionCodec, magic: Int8)
    }

    /// Every message in every version, then the readers of frames and batches, then the codecs.
    static let subjects: [Subject] = {
        var subjects: [Subject] = []
        for type in MessageCatalog.all {
            for version in type.versions { subjects.append(.message(type, version: version)) }
        }
        subjects += [.frameHeader, .batches]
        for codec in CompressionCodec.allCases {
            subjects += [.codec(codec, magic: 2), .codec(codec, magic: 0)]
        }
        return subjects
    }()

    /// A rule that the bytes broke.
    struct Broken: Error { var rule: String }

    /// Feeds `bytes` to one decoder; true when they gave a value. Throws when a rule is broken; a decoder's own errors
    /// are fine.
    @discardableResult
    static func feed(_ bytes: ByteSlice, to subject: Subject) throws(Broken) -> Bool {
        switch subject {
        case .message(let type, let version): return try message(type, version, bytes)
        case .frameHeader:
            var reader = WireReader(bytes)
            return (try? Frame.requestHeader(from: &reader)) != nil
        case .batches:
            var count = 0
            for element in RecordBatches(bytes) {
                guard case .success(let batch) = element.batch else { continue }
                count += (try? batch.records(limit: 1 << 20))?.count ?? 0
            }
            return count > 0
        case .codec(let codec, let magic):
            guard let inflated = try? codec.decompress(bytes, limit: 1 << 20, magic: magic) else { return false }
            guard inflated.count <= 1 << 20 else { throw Broken(rule: "\(codec) went over its limit") }
            return true
        }
    }

    private static func message<M: WireMessage>(
        _ type: M.Type, _ version: Int16, _ bytes: ByteSlice
    ) throws(Broken) -> Bool {
        var reader = WireReader(bytes)
        guard let value = try? M(from: &reader, version: version) else { return false }
        let first: ByteSlice
        do {
            first = try value.encoded(version: version)
        } catch WireError.tooLong {
            // Bad UTF-8 grows to three bytes a byte: such a string may not fit any more.
            return true
        } catch {
            throw Broken(rule: "\(M.messageName) v\(version) was read but cannot be written: \(error)")
        }
        guard let again = try? M(bytes: first, version: version), let second = try? again.encoded(version: version)
        else {
            throw Broken(rule: "\(M.messageName) v\(version) cannot read what it wrote")
        }
        guard first == second else { throw Broken(rule: "\(M.messageName) v\(version) writes differently each time") }
        return true
    }

    /// One input of a fuzzer: two bytes choose the decoder, the rest goes to it.
    static func feed(input: UnsafeRawBufferPointer) throws(Broken) {
        guard input.count >= 2 else { return }
        let choice = Int(input[0]) << 8 | Int(input[1])
        let rest = UnsafeRawBufferPointer(rebasing: input[2...])
        try feed(ByteSlice(copying: rest), to: subjects[choice % subjects.count])
    }
}
