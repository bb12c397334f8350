import Bytes
import Foundation
import Testing

@testable import Network

@Suite struct SCRAMTests {
    private struct Exchange: Decodable {
        let mechanism, user, password, salt, clientNonce, serverNonce: String
        let iterations: Int
        let clientFirst, serverFirst, clientFinal, serverFinal, storedKey, serverKey: String
    }

    private struct First: Decodable {
        let message: String
        let accepted: Bool
        let user, nonce, authzid, bare: String?
    }

    @Test(.enabled(if: sharedFolder != nil, "the shared vectors are not here"))
    func `both sides write what Apache's write`() throws {
        let exchanges: [Exchange] = try vectors("scram")
        #expect(exchanges.count >= 10)
        for exchange in exchanges {
            let mechanism = try #require(SCRAM.Mechanism(rawValue: exchange.mechanism))
            let salt = try #require(Hex.decode(exchange.salt))
            let credential = SCRAM.Credential(
                mechanism, password: exchange.password, salt: salt, iterations: exchange.iterations)
            #expect(Hex.encode(credential.storedKey) == exchange.storedKey)
            #expect(Hex.encode(credential.serverKey) == exchange.serverKey)
            let extensions = exchange.clientFirst.hasSuffix(",tokenauth=true") ? "tokenauth=true" : ""
            var client = SCRAM.Client(
                mechanism, user: exchange.user, password: exchange.password, nonce: exchange.clientNonce,
                extensions: extensions)
            #expect(client.first == exchange.clientFirst)
            let server = SCRAM.Server(
                mechanism, try SCRAM.ClientFirst(client.first), credential, nonce: exchange.serverNonce)
            #expect(server.first == exchange.serverFirst)
            let final = try client.final(after: server.first)
            #expect(final == exchange.clientFinal)
            let last = try server.final(after: final)
            #expect(last == exchange.serverFinal)
            try client.verify(last)
        }
    }

    @Test(.enabled(if: sharedFolder != nil, "the shared vectors are not here"))
    func `the server takes and refuses the first messages that Apache's does`() throws {
        let firsts: [First] = try vectors("scram-client-first")
        #expect(firsts.count >= 10)
        for first in firsts {
            guard first.accepted else {
                #expect(throws: SCRAM.Failure.self, "\(first.message)") { try SCRAM.ClientFirst(first.message) }
                continue
            }
            let parsed = try SCRAM.ClientFirst(first.message)
            #expect(parsed.user == first.user && parsed.nonce == first.nonce)
            #expect(parsed.authorizationID == first.authzid && parsed.bare == first.bare)
        }
    }

    @Test(arguments: SCRAM.Mechanism.allCases)
    func `another password is refused on both sides`(mechanism: SCRAM.Mechanism) throws {
        let credential = SCRAM.Credential(mechanism, password: "right", salt: Digest.randomBytes(16))
        var client = SCRAM.Client(mechanism, user: "u", password: "wrong")
        let server = SCRAM.Server(mechanism, try SCRAM.ClientFirst(client.first), credential)
        let final = try client.final(after: server.first)
        #expect(throws: SCRAM.Failure.wrongProof) { try server.final(after: final) }
        #expect(throws: SCRAM.Failure.wrongProof) { try client.verify("v=" + Base64.encode(Digest.randomBytes(32))) }
        #expect(throws: SCRAM.Failure.refused("other-error")) { try client.verify("e=other-error") }
    }

    @Test func `a server that asks for few iterations, or answers another nonce, is refused`() {
        var client = SCRAM.Client(.sha256, user: "u", password: "p", nonce: "abc")
        #expect(throws: SCRAM.Failure.iterations(10)) { try client.final(after: "r=abcd,s=QQ==,i=10") }
        #expect(throws: SCRAM.Failure.nonce) { try client.final(after: "r=xabc,s=QQ==,i=4096") }
        for text in ["", "r=", "r=abcd", "r=abcd,s=!,i=4096", "r=abcd,s=QQ==,i=x", ",,,"] {
            #expect(throws: SCRAM.Failure.self) { try client.final(after: text) }
        }
    }

    @Test func `digests give the published values`() {
        #expect(
            Hex.encode(Digest.sha256.hash(ByteSlice("abc")))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        // RFC 4231, test case 2.
        #expect(
            Hex.encode(Digest.sha256.hmac(key: ByteSlice("Jefe"), ByteSlice("what do ya want for nothing?")))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    private func vectors<Row: Decodable>(_ name: String) throws -> [Row] {
        let file = try #require(sharedFolder).appending(path: "protocol/vectors/functions/\(name).jsonl")
        let decoder = JSONDecoder()
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { line in
            try decoder.decode(Row.self, from: line)
        }
    }
}

/// The folder `shared` beside the project or above it, or what `KDECK_SHARED` names.
let sharedFolder: URL? = {
    if let named = ProcessInfo.processInfo.environment["KDECK_SHARED"] { return URL(filePath: named) }
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
        let candidate = folder.appending(path: "shared")
        if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        folder = folder.deletingLastPathComponent()
    }
    return nil
}()
