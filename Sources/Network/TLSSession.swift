import Bytes
import COpenSSL

/// The TLS of one stream, over memory: the loop stays the only one who touches the socket.
final class TLSSession {
    /// Sealed bytes on their way out.
    var sealed = SendQueue()
    /// True once the handshake is done.
    private(set) var isOpen = false
    /// The deadline of the handshake.
    var timer: TimerID?
    private let pointer: OpaquePointer

    /// What a step gave.
    enum Outcome {
        case done(Int)
        case more
        case closed
        case failed(TLSFailure)
    }

    init(_ context: TLSContext, host: String?) {
        pointer = kd_tls_create(context.pointer, context.isServer ? 1 : 0, host, Int32(context.verification))
    }

    deinit {
        kd_tls_free(pointer)
    }

    func feed(_ bytes: UnsafeRawBufferPointer) {
        kd_tls_feed(pointer, bytes.baseAddress, bytes.count)
    }

    func handshake() -> Outcome {
        let outcome = outcome(kd_tls_handshake(pointer))
        if case .done = outcome { isOpen = true }
        takeOutput()
        return outcome
    }

    func read(into room: UnsafeMutableRawBufferPointer) -> Outcome {
        let outcome = outcome(kd_tls_read(pointer, room.baseAddress, Int32(clamping: room.count)))
        takeOutput()
        return outcome
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        outcome(kd_tls_write(pointer, bytes.baseAddress, Int32(clamping: bytes.count)))
    }

    /// Says good-bye, into `sealed`.
    func shutdown() {
        kd_tls_shutdown(pointer)
        takeOutput()
    }

    /// Moves what OpenSSL wrote into `sealed`.
    func takeOutput() {
        var bytes: UnsafePointer<UInt8>?
        let count = kd_tls_output(pointer, &bytes)
        guard count > 0 else { return }
        sealed.append(ByteSlice(copying: UnsafeRawBufferPointer(start: bytes, count: count)))
        kd_tls_output_taken(pointer)
    }

    /// What stands between both sides, once the handshake is done.
    var facts: TLSFacts {
        var facts = kd_tls_facts()
        kd_tls_describe(pointer, &facts)
        return TLSFacts(
            version: Self.text(facts.version), cipher: Self.text(facts.cipher), subject: Self.text(facts.subject),
            issuer: Self.text(facts.issuer), names: Self.text(facts.names), notAfter: facts.not_after)
    }

    /// The text in an array of C.
    private static func text<Array>(_ array: Array) -> String {
        withUnsafeBytes(of: array) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    private var failure: Outcome {
        let (code, words) = TLSContext.withWords { kd_tls_why(pointer, $0, $1) }
        return .failed(TLSFailure(code: code, words: words))
    }

    private func outcome(_ code: Int32) -> Outcome {
        switch code {
        case 0: .more
        case 1...: .done(Int(code))
        case -1: .closed
        default:
            failure
        }
    }
}
