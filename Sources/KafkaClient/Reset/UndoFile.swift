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

    /// Writes offsets as `OffsetsFile` does, readable by the user alone, and waits until the disk has them. Fails when that
    /// cannot be done: a reset that could not be taken back is not begun.
    /// - Returns: the path.
    static func write(
        _ offsets: [(TopicPartition, Int64?)], group: GroupID, folder: String, now: Int64
    ) throws(UndoFileError) -> String {
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            if mkdir(path, 0o700) != 0, errno != EEXIST {
                throw UndoFileError(sentence: "\(path) cannot be made: \(String(cString: strerror(errno)))")
            }
        }
        let safe = String(
            decoding: group.rawValue.utf8.prefix(80).map { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) ? byte : 45
            }, as: UTF8.self)
        let file = "\(path)/\(now)-\(safe).csv"
        let remark = "# \(group.rawValue.filter { !$0.isNewline }) before a reset\n"
        do throws(OffsetsFileError) {
            try OffsetsFile.write(remark + OffsetsFile.text(offsets), to: file)
        } catch {
            throw UndoFileError(sentence: error.sentence)
        }
        return file
    }
}

/// The old offsets cannot be kept.
struct UndoFileError: Error {
    let sentence: String

    init(sentence: String) {
        self.sentence =
            "The old offsets cannot be kept, so nothing was sent: \(sentence). Set XDG_STATE_HOME to a folder that can be "
            + "written"
    }
}
