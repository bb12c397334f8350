import Testing

@testable import Configuration

@Suite struct ContextFileTests {
    private static let text = """
        # my clusters
        [context.prod]   # careful
        bootstrap.servers = "kafka-1:9093,kafka-2:9093"
        security.protocol = "SASL_SSL"
        sasl.mechanism = "SCRAM-SHA-512"
        sasl.username = "alice"
        sasl.password = "command:pass show kafka"
        request.timeout.ms = 5000
        color = "red"
        rewrite = ["kafka-1:9093=localhost:1", "*=gateway"]

        [context."my own"]
        "bootstrap.servers" = ["a:1", "b:2"]
        read_only = false

        """

    @Test func `Kafka's dotted keys are one key each, quoted or not`() throws {
        let file = try ContextFile(Self.text)
        #expect(file.contexts.map(\.name) == ["prod", "my own"])
        let prod = try #require(file["prod"])
        #expect(
            prod.settings.map(\.key) == [
                "bootstrap.servers", "security.protocol", "sasl.mechanism", "sasl.username", "sasl.password",
                "request.timeout.ms",
            ])
        #expect(prod["request.timeout.ms"] == "5000" && prod.settings[0].line == 3)
        #expect(prod.color == "red" && prod.isReadOnly == nil && prod.rewrites.count == 2)
        #expect(file["my own"]?["bootstrap.servers"] == "a:1,b:2" && file["my own"]?.isReadOnly == false)
    }

    @Test func `what is added is read back, and nothing else changes`() throws {
        let file = try ContextFile(Self.text)
        let hostile = ContextEntry(
            name: "odd \"name\"\n[context.x]", settings: [.init("sasl.password", "a\"b\\c\n\u{1}é")],
            color: "#00ff00", isReadOnly: true, rewrites: ["a=b"])
        let text = file.adding(hostile)
        #expect(text.hasPrefix(Self.text))
        let again = try ContextFile(text)
        #expect(again.contexts.count == 3)
        let read = try #require(again.contexts.last)
        #expect(read.name == hostile.name && read["sasl.password"] == hostile["sasl.password"])
        #expect(read.color == "#00ff00" && read.isReadOnly == true && read.rewrites == ["a=b"])
        #expect(try ContextFile(ContextFile("").adding(hostile)).contexts.count == 1)
    }

    @Test func `what is removed is gone, and comments elsewhere stay`() throws {
        let file = try ContextFile(Self.text)
        let without = try #require(file.removing("prod"))
        #expect(without.hasPrefix("# my clusters\n\n[context.\"my own\"]"))
        #expect(try ContextFile(without).contexts.map(\.name) == ["my own"])
        let other = try #require(file.removing("my own"))
        #expect(try ContextFile(other).contexts.map(\.name) == ["prod"])
        #expect(other.contains("# careful"))
        #expect(file.removing("nobody") == nil)
    }

    @Test func `a table that cannot be cut out is left alone`() throws {
        let file = try ContextFile("context.a = { color = \"red\" }\n[context.b]\nclient.id = \"x\"\n")
        #expect(file.contexts.count == 2 && file.removing("a") == nil)
    }

    @Test(arguments: [
        ("context = 1", "no table"), ("[context]\na = 1", "no table of settings"), ("[context.a]\ncolor = 1", "color"),
        ("[context.a]\nread_only = \"yes\"", "read_only"), ("[context.a]\nrewrite = \"a=b\"", "rewrite"),
        ("[context.a]\nclient.id = 1.5", "client.id"), ("[context.a", "line 1"),
        ("[contexts.a]\n", "[context.NAME]"), ("[context.a]\nreadonly = true", "did you mean read_only?"),
        ("[context.a]\nread-only = true", "did you mean read_only?"),
        ("[context.a]\ncolour = \"red\"", "did you mean color?"),
    ])
    func `a wrong value is named with its line`(text: String, words: String) {
        do {
            _ = try ContextFile(text)
            Issue.record("accepted \(text)")
        } catch { #expect(error.sentence.contains(words) && error.sentence.contains("line "), "\(error.sentence)") }
    }
}
