import Bytes
import KafkaWire

/// Kafka's small text files. Reading gives nil for a file that is missing, and an error for one that is not what its
/// name says; writing replaces the file in one step and makes it durable.
public enum Checkpoint {
    /// The files with one offset for each partition, in a log directory.
    public enum OffsetFile: String, Sendable, CaseIterable {
        /// Up to where the logs are durable.
        case recoveryPoint = "recovery-point-offset-checkpoint"
        /// The high watermarks.
        case highWatermark = "replication-offset-checkpoint"
        /// The first offsets of logs that begin later than their first segment.
        case logStart = "log-start-offset-checkpoint"
        /// Up to where the logs are compacted.
        case cleaner = "cleaner-offset-checkpoint"
    }

    /// The offsets in such a file of `directory`.
    public static func readOffsets(
        _ file: OffsetFile, in directory: String, _ files: some FileSystem
    ) throws(LogError) -> [TopicPartition: Int64]? {
        let path = directory + "/" + file.rawValue
        guard let lines = try lines(of: path, files) else { return nil }
        var offsets: [TopicPartition: Int64] = [:]
        for line in try body(of: lines, path) {
            let words = line.split(separator: " ")
            guard words.count == 3, let partition = Int32(words[1]), partition >= 0, let offset = Int64(words[2]) else {
                throw .corrupt("\(path): \"\(line)\" is not a topic, a partition and an offset")
            }
            offsets[TopicPartition(topic: TopicName(String(words[0])), partition: partition)] = offset
        }
        return offsets
    }

    /// Writes such a file.
    public static func writeOffsets(
        _ offsets: [TopicPartition: Int64], _ file: OffsetFile, in directory: String, _ files: some FileSystem
    ) throws(LogError) {
        var text = "0\n\(offsets.count)\n"
        for (place, offset) in offsets.sorted(by: { $0.key < $1.key }) {
            text += "\(place.topic.rawValue) \(place.partition) \(offset)\n"
        }
        try write(text, directory + "/" + file.rawValue, files)
    }

    /// The topic id in `partition.metadata`.
    public static func readTopicID(in directory: String, _ files: some FileSystem) throws(LogError) -> KafkaUUID? {
        let path = directory + "/" + partitionMetadataName
        guard let lines = try lines(of: path, files) else { return nil }
        guard lines.count == 2, lines[0] == "version: 0", lines[1].hasPrefix("topic_id: "),
            let id = KafkaUUID(String(lines[1].dropFirst(10)))
        else { throw .corrupt("\(path) has no topic id") }
        return id
    }

    /// Writes `partition.metadata`. It is not durable before the directory's first sync.
    public static func writeTopicID(_ id: KafkaUUID, in directory: String, _ files: some FileSystem) throws(LogError) {
        try write("version: 0\ntopic_id: \(id)\n", directory + "/" + partitionMetadataName, files, durable: false)
    }

    /// Notes in the directory's `.lock` in which boot of the machine it is used. True when that was so the last time, too:
    /// what was written then is in the page cache, whatever became of the process.
    public static func noteBoot(in directory: String, _ files: some FileSystem) throws(LogError) -> Bool {
        guard let boot = files.bootID else { return false }
        return try inLog { () throws(FileError) in
            let file = try files.open(directory + "/.lock", .write)
            let before = try file.bytes(from: 0, count: 64).validText
            if before == boot { return true }
            // In place: the lock is on this very file. A torn text is no boot.
            try file.truncate(to: 0)
            try file.pwrite(ByteSlice(boot), at: 0)
            return false
        }
    }

    /// The properties of `meta.properties` (`version`, `cluster.id`, `node.id`, `directory.id`).
    public static func readMetaProperties(
        in directory: String, _ files: some FileSystem
    ) throws(LogError) -> [String: String]? {
        guard let lines = try lines(of: directory + "/meta.properties", files) else { return nil }
        var properties: [String: String] = [:]
        for line in lines where !line.hasPrefix("#") {
            guard let sign = line.firstIndex(of: "=") else { continue }
            properties[String(line[..<sign])] = String(line[line.index(after: sign)...])
        }
        return properties
    }

    /// Writes `meta.properties`.
    public static func writeMetaProperties(
        _ properties: [String: String], in directory: String, _ files: some FileSystem
    ) throws(LogError) {
        var text = "#\n"
        for (key, value) in properties.sorted(by: { $0.key < $1.key }) { text += "\(key)=\(value)\n" }
        try write(text, directory + "/meta.properties", files)
    }

    /// Whether the mark of a clean stop is there; it is taken away, since from now on the directory is in use.
    public static func takeCleanShutdownMark(in directory: String, _ files: some FileSystem) throws(LogError) -> Bool {
        let path = directory + "/" + cleanShutdownName
        return try inLog { () throws(FileError) in
            guard try files.size(of: path) != nil else { return false }
            try files.remove(path)
            try files.syncDirectory(directory)
            return true
        }
    }

    /// Leaves the mark of a clean stop: the last thing that is written.
    public static func leaveCleanShutdownMark(
        brokerEpoch: Int64, in directory: String, _ files: some FileSystem
    ) throws(LogError) {
        try write("{\"version\":0,\"brokerEpoch\":\(brokerEpoch)}", directory + "/" + cleanShutdownName, files)
    }

    // MARK: Inside

    static let cleanShutdownName = ".kafka_cleanshutdown"
    static let partitionMetadataName = "partition.metadata"
    static let epochName = "leader-epoch-checkpoint"

    static func readEpochs(in directory: String, _ files: some FileSystem) throws(LogError) -> EpochCache? {
        let path = directory + "/" + epochName
        guard let lines = try lines(of: path, files) else { return nil }
        var entries: [EpochCache.Entry] = []
        for line in try body(of: lines, path) {
            let words = line.split(separator: " ")
            guard words.count == 2, let epoch = Int32(words[0]), let offset = Int64(words[1]),
                entries.last.map({ $0.epoch < epoch && $0.startOffset <= offset }) ?? true
            else { throw .corrupt("\(path): \"\(line)\" is not the next epoch and its offset") }
            entries.append(EpochCache.Entry(epoch: epoch, startOffset: offset))
        }
        return EpochCache(entries)
    }

    static func writeEpochs(
        _ cache: EpochCache, in directory: String, _ files: some FileSystem, durable: Bool
    ) throws(FileError) {
        var text = "0\n\(cache.entries.count)\n"
        for entry in cache.entries { text += "\(entry.epoch) \(entry.startOffset)\n" }
        try files.writeAtomically(directory + "/" + epochName, ByteSlice(text), durable: durable)
    }

    private static func lines(of path: String, _ files: some FileSystem) throws(LogError) -> [Substring]? {
        let bytes = try inLog { () throws(FileError) in try files.readAll(path) }
        guard let bytes else { return nil }
        guard let text = bytes.validText else { throw .corrupt("\(path) is not text") }
        return text.split(separator: "\n")
    }

    /// The lines behind version and count.
    private static func body(of lines: [Substring], _ path: String) throws(LogError) -> ArraySlice<Substring> {
        // Apache Kafka makes the file before it has anything to write, and reads an empty one as nothing.
        if lines.isEmpty { return [] }
        guard lines.count >= 2, lines[0] == "0", let count = Int(lines[1]), count == lines.count - 2 else {
            throw .corrupt("\(path) is not version 0 with as many lines as it says")
        }
        return lines[2...]
    }

    private static func write(
        _ text: String, _ path: String, _ files: some FileSystem, durable: Bool = true
    ) throws(LogError) {
        try inLog { () throws(FileError) in try files.writeAtomically(path, ByteSlice(text), durable: durable) }
    }
}
