import KafkaLog
import Terminal

/// `kdeck log verify`.
enum LogVerify {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let directory = LogDump.path(invocation)
        var output = StandardOutput()
        var lines: [String] = []
        let check = LogVerification(POSIXFileSystem()) { lines.append(Sanitizer.visible($0.description) + "\n") }
        try LogDump.reading { () throws(LogError) in try check.verify(directory) }
        for line in lines { output.write(line) }
        let looked = [
            NumberText.counted(Int64(check.partitions), "partition"),
            NumberText.counted(Int64(check.segments), "segment"),
            NumberText.counted(Int64(check.batches), "batch", "batches"),
            NumberText.counted(Int64(check.records), "record"),
        ].joined(separator: ", ")
        if check.faults == 0 { output.write("\(looked): all is well\n") }
        try output.finish()
        guard check.faults == 0 else {
            throw Failure(
                .failed,
                "\(NumberText.counted(Int64(check.faults), "fault")) in \(looked); each is a line on standard output")
        }
    }
}
