/// The clipboard by way of the terminal (OSC 52).
enum Clipboard {
    /// What terminals take, in encoded bytes.
    static let limit = 74_994

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let group = part.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
            for place in 0..<4 {
                output.append(place <= part.count ? alphabet[Int(group >> UInt32(18 - 6 * place)) & 63] : 0x3D)
            }
        }
        return output
    }
}
