import KafkaLog
import KafkaWire

extension Engine {
    /// Renames the folder of a deleted partition to `<name>.<random>-delete`, so that a topic of the same name can be
    /// made at once, and has it removed on the other thread.
    func removeFolder(of partition: Partition) {
        let folder = directory(of: partition.topicPartition)
        let doomed = Self.doomedName(folder, chance)
        do {
            // The same paths may soon be another topic's: no descriptor of these files may be found under them.
            for name in try fileSystem.list(folder) { fileSystem.forget(folder + "/" + name) }
            try fileSystem.rename(folder, to: doomed)
        } catch {
            return  // Start finds a folder without a topic and removes it then.
        }
        removeLater(doomed)
    }

    /// Removes a folder on the other thread, after `file.delete.delay.ms`.
    func removeLater(_ folder: String) {
        let fileSystem = fileSystem
        let remove: @Sendable () -> Void = { try? fileSystem.removeDirectory(folder) }
        if configuration.fileDeleteDelayMs <= 0 {
            background(remove)
            return
        }
        timers.schedule(at: clock.monotonic + configuration.fileDeleteDelayMs) { $0.background(remove) }
    }

    static func doomedName(_ folder: String, _ chance: Chance) -> String {
        let digits = String(chance.bits(), radix: 16)
        return "\(folder).\(String(repeating: "0", count: 16 - digits.count))\(digits)-delete"
    }
}
