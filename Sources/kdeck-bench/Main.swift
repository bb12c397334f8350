import Foundation

/// `kdeck-bench`: kdeck and Apache Kafka side by side on this machine.
@main
enum Main {
    static let usage = """
        usage: kdeck-bench COMMAND [options]
          start        process start to ready, resident memory when idle, size of the program
          produce      broker CPU seconds per million records, driven by Apache Kafka's own perf-produce
          consume      the same for reading, driven by perf-consume
          requests     broker CPU microseconds a request, by a raw client in the shapes of shared/limits
          latency      round trip of an acks=1 produce of 1 KiB, 1 in flight
          memory       resident memory idle, and after 2 GB in and out
          connections  resident memory of 10,000 idle connections
          topics       time to create 100 topics of 3 partitions, one by one
          restart      start to ready on 1,000 partitions and 10 GB, clean and after kill -9
          partitions   what 100,000 idle partitions cost, and the time to make, stop and start them
          allocations  heap allocations of kdeck per produce and per fetch
          follow       the console's CPU and key-to-frame time while 100,000 records a second come in
          screen       the console on 10,000 topics with 100,000 partitions: until they are seen, key to frame
          console      every figure of the console with its goal, beside kaskade, kcat and Apache's tools
          search       GB a CPU second that a search costs, beside kcat and the console consumer piped to grep
        options:
          --kdeck PATH     the kdeck program (.build/release/kdeck)
          --kafka PATH     the wrapper around Apache Kafka (found in a folder shared/kafka beside or above)
          --rounds N       rounds that count, kdeck and Kafka in turns (3; start: 10, latency: 5)
          --scale X        multiplies the load (1)
          --only NAME      kdeck or kafka
          --case NAME      one of the cases that the run prints
        """

    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            switch options.command {
            case "start": try StartBench(options).run()
            case "produce": try ThroughputBench(options, .produce).run()
            case "consume": try ThroughputBench(options, .consume).run()
            case "follow": try FollowBench(options).run()
            case "console": try ConsoleBench(options).run()
            case "screen": try ScreenBench(options).run()
            case "search": try SearchBench(options).run()
            case "requests": try RequestsBench(options).run()
            case "latency": try LatencyBench(options).run()
            case "memory": try MemoryBench(options).run()
            case "connections": try ConnectionsBench(options).run()
            case "topics": try TopicsBench(options).run()
            case "restart": try RestartBench(options).run()
            case "partitions": try PartitionsBench(options).run()
            case "allocations": try AllocationsBench(options).run()
            default: throw BenchError.usage("no such command: \(options.command)")
            }
        } catch BenchError.usage(let what) {
            print("kdeck-bench: \(what)\n\(usage)")
            exit(2)
        } catch {
            print("kdeck-bench: \(error)")
            exit(1)
        }
    }
}

/// Why a run ended early.
enum BenchError: Error, CustomStringConvertible {
    case usage(String)
    case failed(String)

    var description: String {
        switch self {
        case .usage(let what), .failed(let what): what
        }
    }
}

/// The command line.
struct Options {
    var command = ""
    var kdeck = ".build/release/kdeck"
    var kafka: String?
    var rounds: Int?
    var scale = 1.0
    var only: String?
    var onlyCase: String?

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            func value() throws -> String {
                guard let value = rest.popFirst() else { throw BenchError.usage("\(word) needs a value") }
                return value
            }
            switch word {
            case "--kdeck": kdeck = try value()
            case "--kafka": kafka = try value()
            case "--rounds":
                guard let number = Int(try value()), number > 0 else { throw BenchError.usage("--rounds: no number") }
                rounds = number
            case "--scale":
                guard let number = Double(try value()), number > 0 else { throw BenchError.usage("--scale: no number") }
                scale = number
            case "--only": only = try value()
            case "--case": onlyCase = try value()
            case _ where word.hasPrefix("-"): throw BenchError.usage("no such option: \(word)")
            case _ where command.isEmpty: command = word
            default: throw BenchError.usage("one command, please: \(word)")
            }
        }
        if command.isEmpty { throw BenchError.usage("which command?") }
        if kafka == nil { kafka = Self.findKafka() }
    }

    /// `shared/kafka/kafka` in the working directory or one above it.
    private static func findKafka() -> String? {
        if let shared = ProcessInfo.processInfo.environment["KDECK_SHARED"] { return shared + "/kafka/kafka" }
        var folder = URL(filePath: FileManager.default.currentDirectoryPath)
        while true {
            let candidate = folder.appending(path: "shared/kafka/kafka").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            if folder.path == "/" { return nil }
            folder.deleteLastPathComponent()
        }
    }

    /// The brokers to measure, kdeck first.
    func subjects() throws -> [any Subject] {
        var subjects: [any Subject] = []
        if only != "kafka" {
            guard FileManager.default.isExecutableFile(atPath: kdeck) else {
                throw BenchError.failed(
                    "there is no program \(kdeck); build it: swift build -c release --product kdeck")
            }
            subjects.append(KdeckSubject(program: kdeck))
        }
        if only != "kdeck" {
            if let kafka {
                subjects.append(KafkaSubject(wrapper: kafka))
            } else {
                print("Apache Kafka is not here (--kafka PATH): kdeck alone")
            }
        }
        return subjects
    }
}
