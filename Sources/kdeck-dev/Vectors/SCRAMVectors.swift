import Bytes
import Network

/// SCRAM: both sides of an exchange with fixed nonces, and what a server takes as a first message.
enum SCRAMVectors {
    static func check(_ folder: inout VectorFolder) {
        folder.check("functions/scram.jsonl", exchange)
        folder.check("functions/scram-client-first.jsonl", clientFirst)
    }

    private static func text(_ line: JSONValue, _ key: String) throws -> String {
        guard let text = line[key]?.string else { throw VectorFolder.Missing(field: key) }
        return text
    }

    static func exchange(_ line: JSONValue) throws -> String? {
        guard let mechanism = SCRAM.Mechanism(rawValue: try text(line, "mechanism")) else { return "unknown mechanism" }
        let (user, password) = (try text(line, "user"), try text(line, "password"))
        // A delegation token says so behind the nonce; the order of several extensions is the vector's.
        let extensions = try text(line, "clientFirst").split(separator: ",", omittingEmptySubsequences: false)
            .dropFirst(4).joined(separator: ",")
        var client = SCRAM.Client(
            mechanism, user: user, password: password, nonce: try text(line, "clientNonce"),
            extensions: extensions)
        guard client.first == line["clientFirst"]?.string else { return "client's first is \(client.first)" }
        let credential = SCRAM.Credential(
            mechanism, password: password, salt: try VectorFolder.bytes(line, "salt"),
            iterations: Int(try VectorFolder.int(line, "iterations")))
        guard Hex.encode(credential.storedKey) == line["storedKey"]?.string,
            Hex.encode(credential.serverKey) == line["serverKey"]?.string
        else { return "other keys are stored" }
        let server = SCRAM.Server(
            mechanism, try SCRAM.ClientFirst(client.first), credential, nonce: try text(line, "serverNonce"))
        guard server.first == line["serverFirst"]?.string else { return "server's first is \(server.first)" }
        let proof = try client.final(after: server.first)
        guard proof == line["clientFinal"]?.string else { return "client's final is \(proof)" }
        let signature = try server.final(after: proof)
        guard signature == line["serverFinal"]?.string else { return "server's final is \(signature)" }
        try client.verify(signature)
        return nil
    }

    static func clientFirst(_ line: JSONValue) throws -> String? {
        let isAccepted = line["accepted"]?.bool == true
        guard let first = try? SCRAM.ClientFirst(text(line, "message")) else {
            return isAccepted ? "refused, Kafka takes it" : nil
        }
        guard isAccepted else { return "taken, Kafka refuses it" }
        let extensions = Set(first.extensions.map { "\($0.key)=\($0.value)" })
        let wanted = (line["extensions"]?.string ?? "{}").dropFirst().dropLast().split(separator: ", ").map(String.init)
        guard extensions == Set(wanted) else { return "extensions read as \(extensions)" }
        let found = [first.user, first.nonce, first.authorizationID]
        let expected = ["user", "nonce", "authzid"].map { line[$0]?.string ?? "" }
        return found == expected ? nil : "read as \(found), expected \(expected)"
    }
}
