import KafkaClient
import Testing

@testable import Console

@Suite struct ConfigsPaneTests {
    private func opened() -> Script {
        var script = Script(world: .pictured)
        script.press("down down c")
        return script
    }

    @Test func whatDiffersFromDefaultComesFirstWithItsChainOfSources() {
        let script = opened()
        #expect(script.row(4).contains("min.insync.replicas"))
        #expect(script.row(5).contains("segment.bytes") && script.row(5).contains("64 MiB"))
        #expect(script.screen.contains("2 from topic  ◂  1 from default"))
        #expect(script.screen.contains("minimum number of replicas"))
    }

    @Test func aValueIsSentOnlyAfterTheClusterWouldTakeItAndEnterWasPressedAgain() throws {
        var script = opened()
        script.press("down enter ctrl-u")
        script.type("128")
        script.press("enter")
        let asked = try #require(script.takeJobs().last)
        let change = ConfigChange.set("segment.bytes", to: "128")
        #expect(asked.job as? ValidateConfigJob == ValidateConfigJob(resource: .topic("orders"), change: change))
        script.send(
            .report(
                ValidateConfigReport(change: change, failure: "INVALID_CONFIG: at least 1048576"), number: asked.number)
        )
        script.send(.ended(number: asked.number))
        #expect(script.screen.contains("at least 1048576"))
        script.press("enter")
        let again = try #require(script.takeJobs().last)
        #expect(again.job is ValidateConfigJob)
        script.send(.report(ValidateConfigReport(change: change, failure: nil), number: again.number))
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        script.wait(600)
        script.press("enter")
        let sent = try #require(script.takeJobs().last?.job as? AlterConfigJob)
        #expect(sent.setting == change)
        #expect(
            sent.change.sameAs
                == "kafka-configs --alter --entity-type topics --entity-name orders --add-config segment.bytes=128")
    }

    @Test func whatIsFilteredForByNameIsWhatEnterEdits() {
        var script = opened()
        script.press("/")
        // The documentation of other settings speaks of it, too.
        script.type("retention.ms")
        script.press("enter enter")
        #expect(script.screen.contains("retention.ms of orders"))
    }

    @Test func aNameThatBeginsAsTypedComesBeforeOneThatHoldsIt() throws {
        var script = opened()
        let topic = ConfigResource.topic("orders")
        // Set on the topic, so that it would come first otherwise.
        var other = try #require(script.state.view.settings[topic]?.value?.first { $0.name == "segment.bytes" })
        other.name = "delete.retention.ms"
        script.state.view.settings[topic]?.value?.append(other)
        script.press("/")
        script.type("retention.ms")
        script.press("enter enter")
        #expect(script.screen.contains("─ retention.ms of orders"), "\(script.screen)")
    }

    @Test func whatTheClusterSaysOfAValueIsShownWhole() throws {
        var script = opened()
        script.press("down enter ctrl-u")
        script.type("128")
        script.press("enter")
        let asked = try #require(script.takeJobs().last)
        let why = "INVALID_CONFIG: " + String(repeating: "so many words that no line holds them ", count: 4) + "end."
        let report = ValidateConfigReport(change: .set("segment.bytes", to: "128"), failure: why)
        script.send(.report(report, number: asked.number))
        #expect(script.screen.contains("✘ INVALID_CONFIG") && script.screen.contains("end."))
    }

    @Test func anOwnValueComesBackByUndoAndADefaultByTakingItAway() throws {
        let own = World.topicSettings[3]
        let job = AlterConfigJob(resource: .topic("orders"), change: .set("segment.bytes", to: "128"), before: own)
        #expect(job.undo?.setting == .set("segment.bytes", to: "67108864"))
        #expect(job.undo?.undo?.setting == .set("segment.bytes", to: "128"))
        let inherited = World.topicSettings[2]
        let other = AlterConfigJob(resource: .topic("orders"), change: .set("retention.ms", to: "1"), before: inherited)
        #expect(other.undo?.setting == .revert("retention.ms"))
        var secret = own
        secret.value = nil
        #expect(
            AlterConfigJob(resource: .topic("orders"), change: .revert("segment.bytes"), before: secret).undo == nil)
    }

    @Test func revertSaysWhatCountsThenAndWaitsForAKey() throws {
        var script = opened()
        script.press("down ctrl-d")
        #expect(script.screen.contains("512 MiB counts then, from server.properties."))
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        script.wait(600)
        script.press("enter")
        #expect((script.takeJobs().last?.job as? AlterConfigJob)?.setting == .revert("segment.bytes"))
    }

    @Test func whatIsReadAtStartAndWhatIsNotSetCannotBeChanged() {
        var script = Script(world: .pictured)
        script.press("4 enter")
        #expect(script.screen.contains("broker.rack"))
        script.press("end home")
        script.press("down E")
        #expect(script.state.overlay == nil)
        #expect(script.state.notice?.text.contains("server.properties") == true)
        #expect(script.screen.contains("hidden"))
        #expect(!script.screen.contains("keystore.password  \"\""))
    }

    @Test func documentationLosesItsMarksAndNothingElse() {
        #expect(ConfigText.plain("a <code>b</code> &lt;c&gt;\nd") == "a b <c> d")
        #expect(ConfigText.readable("9223372036854775807", "flush.messages") == "no limit")
        #expect(ConfigText.readable("-1", "retention.bytes") == "no limit")
        #expect(ConfigText.readable("168", "log.retention.hours") == "7 d")
        #expect(ConfigText.readable("producer", "compression.type") == "producer")
    }
}
