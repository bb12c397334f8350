import Foundation
import KafkaWire

/// `kdeck-dev proxy`: a broker behind a proxy that writes down what passes, as itself or as an older Kafka.
enum ProxyCommand {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    @Sendable static func run(_ words: [String]) throws -> Int32 {
        var listen: UInt16 = 0
        var release: String?
        var target: (host: String, port: UInt16)?
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--listen": listen = rest.popFirst().flatMap { UInt16($0) } ?? 0
            case "--as": release = rest.popFirst()
            default:
                let parts = word.split(separator: ":")
                guard parts.count == 2, let port = UInt16(parts[1]) else {
                    throw Failure(description: "\(word) is no HOST:PORT")
                }
                target = (String(parts[0]), port)
            }
        }
        guard let target else { throw Failure(description: "say where the broker is: HOST:PORT") }
        let ranges = release.flatMap(OldKafka.ranges)
        if let release, ranges == nil {
            throw Failure(
                description: "\(release) is not known; there are \(OldKafka.releases.joined(separator: ", "))")
        }
        let proxy = try RecordingProxy(
            listen: listen, host: target.host, port: target.port, ranges: ranges,
            onPass: { passed in
                write("\(passed.key.name) \(passed.version)\(passed.isKnown ? "" : " unknown")\n")
            })
        write("ready 127.0.0.1:\(proxy.port)\n")
        // Until a signal ends it.
        while true { pause() }
    }

    private static func write(_ line: String) { FileHandle.standardOutput.write(Data(line.utf8)) }
}
