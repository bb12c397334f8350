import Bytes
import Codecs
import KafkaWire

/// Checksums, hashes, variable-length integers, ids.
enum FunctionVectors {
    static func check(_ folder: inout VectorFolder) {
        folder.check("functions/crc.jsonl", checksum)
        folder.check("functions/murmur2.jsonl", murmur2)
        folder.check("functions/coordinator-partition.jsonl", coordinatorPartition)
        folder.check("functions/varint.jsonl", varint)
        folder.check("functions/varint-read.jsonl", varintRead)
        folder.check("functions/uuid.jsonl", uuid)
    }

    private static func differ<T: Equatable>(_ what: String, _ found: T, _ expected: T?) -> String? {
        found == expected ? nil : "\(what) is \(found), expected \(String(describing: expected))"
    }

    static func checksum(_ line: JSONValue) throws -> String? {
        let bytes = try VectorFolder.bytes(line)
        let castagnoli = Int64(bytes.withUnsafeBytes { CRC32C.checksum($0) })
        let plain = Int64(bytes.withUnsafeBytes { CRC32.checksum($0) })
        return differ("CRC-32C", castagnoli, line["crc32c"]?.int) ?? differ("CRC-32", plain, line["crc32"]?.int)
    }

    static func murmur2(_ line: JSONValue) throws -> String? {
        let bytes = try VectorFolder.bytes(line)
        let hash = Murmur2.hash(bytes)
        if let wrong = differ("murmur2", Int64(hash), line["murmur2"]?.int) { return wrong }
        if let wrong = differ("positive", Int64(hash & 0x7fff_ffff), line["positive"]?.int) { return wrong }
        for (count, partition) in line["partition"]?.object ?? [:] {
            guard let count = Int32(count) else { return "partition count \(count)" }
            let found = Int64(Murmur2.partition(forKey: bytes, of: count))
            if let wrong = differ("partition of \(count)", found, partition.int) { return wrong }
        }
        return nil
    }

    static func coordinatorPartition(_ line: JSONValue) throws -> String? {
        guard let id = line["id"]?.string else { return "no id" }
        if let wrong = differ("hashCode", Int64(CoordinatorPartition.javaHash(id)), line["javaHash"]?.int) {
            return wrong
        }
        for count: Int32 in [1, 8, 50] {
            let found = Int64(CoordinatorPartition.of(id, count: count))
            if let wrong = differ("partition of \(count)", found, line["partitionOf\(count)"]?.int) { return wrong }
        }
        return nil
    }

    static func varint(_ line: JSONValue) throws -> String? {
        let value = try VectorFolder.int(line, "value")
        var zigzag = ByteBuffer()
        Varint.append(value, to: &zigzag)
        var plain = ByteBuffer()
        Varint.append(unsigned: UInt64(bitPattern: value), to: &plain)
        let sizes = (Varint.size(value), Varint.size(unsigned: UInt64(bitPattern: value)))
        let (signed, unsigned) = (zigzag.freeze(), plain.freeze())
        if let wrong = differ("varlong", Hex.encode(signed), line["varlong"]?.string) { return wrong }
        if let wrong = differ("unsigned varlong", Hex.encode(unsigned), line["unsignedVarlong"]?.string) {
            return wrong
        }
        guard sizes == (signed.count, unsigned.count) else { return "sizes \(sizes)" }
        guard let short = Int32(exactly: value), line["varint"] != nil else { return nil }
        if let wrong = differ("varint", Hex.encode(signed), line["varint"]?.string) { return wrong }
        var writer = WireWriter()
        writer.unsignedVarint(UInt32(bitPattern: short))
        let written = writer.finish()
        guard Varint.size(unsigned: UInt32(bitPattern: short)) == written.count else {
            return "size of unsigned varint"
        }
        return differ("unsigned varint", Hex.encode(written), line["unsignedVarint"]?.string)
    }

    static func varintRead(_ line: JSONValue) throws -> String? {
        let bytes = try VectorFolder.bytes(line)
        func compare(_ name: String, _ read: (inout WireReader) throws(WireError) -> Int64) -> String? {
            var reader = WireReader(bytes)
            do {
                let value = try read(&reader)
                guard let expected = line[name]?.int else { return "\(name) is \(value), Kafka refuses it" }
                return differ(name, value, expected)
                    ?? differ("\(name) used", Int64(reader.offset), line["\(name)Used"]?.int)
            } catch {
                return line[name]?.int == nil ? nil : "\(name) refused: \(error)"
            }
        }
        return compare("unsignedVarint") { (reader) throws(WireError) in
            Int64(Int32(bitPattern: try reader.unsignedVarint()))
        } ?? compare("varint") { (reader) throws(WireError) in
            Int64(try reader.varint())
        }
            ?? compare("varlong") { (reader) throws(WireError) in
                try reader.varlong()
            }
    }

    static func uuid(_ line: JSONValue) throws -> String? {
        let bytes = try VectorFolder.bytes(line)
        var reader = WireReader(bytes)
        let id = try KafkaUUID(from: &reader)
        if let wrong = differ("text", id.description, line["string"]?.string) { return wrong }
        guard let again = KafkaUUID(line["string"]?.string ?? "") else { return "the text is not read" }
        var writer = WireWriter()
        try again.write(to: &writer)
        return differ("bytes", writer.finish(), bytes)
    }
}
