import Glibc
import KafkaWire

/// The offsets of a group as they were before a reset, kept under XDG state so that they outlive the program.
public enum UndoFile {
    /// `$XDG_STATE_HOME/kdeck/undo`, or `~/.local/state/kdeck/undo`; nil when neither is known.
    public static func defaultFolder() -> String? {
        if let state = getenv("XDG_STATE_HOME").map({ String(cString: $0) }), state.hasPrefix("/") {
            return state + "/kdeck/undo"
        }
        return getenv("HOME").map { String(cString: $0) + "/.local/state/kdeck/undo" }
    }

    /// Writes offsets as `OffsetsFile` does, readable by the user alone.
    /// - Returns: the path; nil when the folder cannot be written, which must not stop a reset that keeps them in memory.
    static func write(
        _ offsets: [(TopicPartition, Int64?)], group: GroupID, folder: String, now: Int64
    ) -> String? {
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            if mkdir(path, 0o700) != 0, errno != EEXIST { return nil }
        }
        let safe = String(
            decoding: group.rawValue.utf8.prefix(80).map { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) ? byte : 45
            }, as: UTF8.self)
        let file = "\(path)/\(now)-\(safe).csv"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = Array(
            "# \(group.rawValue.filter { !$0.isNewline }) before a reset\n\(OffsetsFile.text(offsets))".utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 { return nil }
            bytes = bytes.dropFirst(count)
        }
        return file
    }
}
