import Bytes
import Codecs
import Testing

/// Round trips, and what hostile senders declare (sizes first measured on the libraries alone).
struct CodecTests {
    static let samples: [ByteSlice] = {
        var text = ByteBuffer()
        for number in 0..<20_000 { text.append(utf8: "{\"id\":\(number),\"status\":\"paid\"}") }
        var noise: [UInt8] = []
        var state: UInt64 = 1
        for _ in 0..<200_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            noise.append(UInt8(truncatingIfNeeded: state >> 56))
        }
        return [
            .empty, [7], ByteSlice("kdeck"), ByteSlice([UInt8](repeating: 0, count: 70_000)), text.freeze(),
            ByteSlice(noise),
        ]
    }()

    @Test func `a checksum follows a change without reading what comes behind`() {
        var state: UInt64 = 11
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for length in [22, 23, 61, 300, 4_096, 65_537, 1 << 20] {
            var bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: next(below: 256)) }
            let before = bytes.withUnsafeBytes { CRC32C.checksum($0) }
            let start = next(below: length - 21)
            let old = Array(bytes[start..<start + 22])
            for place in start..<start + 22 { bytes[place] = UInt8(truncatingIfNeeded: next(below: 256)) }
            let changed = old.withUnsafeBytes { old in
                bytes.withUnsafeBytes { bytes in
                    CRC32C.checksum(
                        before, replacing: old, by: UnsafeRawBufferPointer(rebasing: bytes[start..<start + 22]),
                        before: length - start - 22)
                }
            }
            #expect(changed == bytes.withUnsafeBytes { CRC32C.checksum($0) }, "\(length) bytes, changed at \(start)")
        }
    }

    @Test(arguments: CompressionCodec.allCases)
    func `what a codec packs it unpacks`(codec: CompressionCodec) throws {
        for sample in Self.samples {
            let packed = try codec.compress(sample)
            #expect(try codec.decompress(packed, limit: sample.count) == sample)
        }
    }

    @Test(arguments: CompressionCodec.allCases)
    func `a result above the limit is refused by name`(codec: CompressionCodec) throws {
        let sample = Self.samples[4]
        let packed = try codec.compress(sample)
        #expect(throws: CodecError.tooLarge(limit: sample.count - 1)) {
            _ = try codec.decompress(packed, limit: sample.count - 1)
        }
    }

    @Test(arguments: [CompressionCodec.gzip, .snappy, .lz4, .zstd])
    func `every cut and every flipped byte gives a value or an error`(codec: CompressionCodec) throws {
        let packed = try codec.compress(Self.samples[2]).array
        var outcomes = 0
        for length in 0..<packed.count {
            _ = try? codec.decompress(ByteSlice(Array(packed[..<length])), limit: 1 << 20)
            for bit in 0..<8 {
                var broken = packed
                broken[length] ^= 1 << UInt8(bit)
                _ = try? codec.decompress(ByteSlice(broken), limit: 1 << 20)
                outcomes += 1
            }
        }
        #expect(outcomes == packed.count * 8)
    }

    @Test func `sizes that are only claimed cost nothing`() {
        // Six bytes that promise 966 GB to snappy, and a zstd header that promises 4 EiB.
        let snappy: ByteSlice = [0xff, 0xff, 0xff, 0xff, 0xff, 0x1f]
        let zstd: ByteSlice = [0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0]
        #expect(throws: CodecError.self) { try CompressionCodec.snappy.decompress(snappy, limit: 1 << 20) }
        #expect(throws: CodecError.self) { try CompressionCodec.snappy.decompress(snappy, limit: .max) }
        #expect(throws: CodecError.self) { try CompressionCodec.zstd.decompress(zstd, limit: 1 << 20) }
    }

    @Test func `a bomb stops at the limit`() throws {
        let zeros = ByteSlice([UInt8](repeating: 0, count: 64 << 20))
        for codec in [CompressionCodec.gzip, .snappy, .lz4, .zstd] {
            let bomb = try codec.compress(zeros)
            #expect(throws: CodecError.tooLarge(limit: 1 << 20)) { try codec.decompress(bomb, limit: 1 << 20) }
        }
    }

    @Test func `checksums are those of the books`() {
        let digits = Array("123456789".utf8)
        digits.withUnsafeBytes { bytes in
            #expect(CRC32C.checksum(bytes) == 0xe306_9283)
            #expect(CRC32.checksum(bytes) == 0xcbf4_3926)
            let head = UnsafeRawBufferPointer(rebasing: bytes[..<4])
            let tail = UnsafeRawBufferPointer(rebasing: bytes[4...])
            #expect(CRC32C.extend(CRC32C.checksum(head), with: tail) == 0xe306_9283)
        }
    }

    @Test func `gzip members in a row are one text, and what follows is left alone`() throws {
        var twice = ByteBuffer()
        let member = try CompressionCodec.gzip.compress(ByteSlice("ab"))
        twice.append(member)
        twice.append(member)
        twice.append([0, 1, 2])
        #expect(try CompressionCodec.gzip.decompress(twice.freeze(), limit: 100).text == "abab")
    }
}
