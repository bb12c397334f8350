import Glibc

/// Asks for a secret on the terminal, whatever standard input and output are.
enum SecretPrompt {
    /// What the user typed, not echoed; nil without a terminal, or when the input ended.
    static func ask(_ what: String) -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else { return nil }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        silent.c_lflag |= tcflag_t(ECHONL)
        // What was typed ahead is no answer to this question.
        tcsetattr(terminal, TCSAFLUSH, &silent)
        defer { tcsetattr(terminal, TCSAFLUSH, &before) }
        let question = Array("\(what): ".utf8)
        _ = question.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
        var typed: [UInt8] = []
        var byte: UInt8 = 0
        while read(terminal, &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: typed, as: UTF8.self) }
            typed.append(byte)
        }
        return nil
    }
}
