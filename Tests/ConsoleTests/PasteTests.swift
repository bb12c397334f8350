import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

/// A paste is text, whatever stands in it: the line end of what was copied along must never answer a question.
@Suite struct PasteTests {
    /// The keys that lead to a question and the words that it has to be there by.
    static let questions: [(keys: String, words: String)] = [
        ("n", "New topic"), ("down +", "artitions"), ("down ctrl-n", "opic"), ("down ctrl-e", "mpty"),
        ("down ctrl-d", "elete"), ("2 ctrl-n", "Copy"), ("2 enter ctrl-d", "orders"),
        ("down down c enter", "min.insync.replicas"),
        ("2 enter o", "offsets"), ("W", "prod"), (":", ":"), ("/", "/"),
    ]

    @Test(arguments: questions)
    func aLineEndInAPasteAnswersNoQuestion(question: (keys: String, words: String)) {
        for isReadOnly in [false, true] {
            let console = ConsoleContext(
                badge: "prod", name: "prod", address: "kafka:9093", isSandbox: false, isReadOnly: isReadOnly)
            var script = Script(console: console, world: .pictured)
            script.press(question.keys)
            script.wait(700)
            _ = script.takeEffects()
            for text in [
                "customers\n", "orders\r\n", "prod\n", "\n", "\r", "y\n", "yes\r", "customers\r\norders\r\nq\n", "3\n",
                "\u{1B}[200~prod\n", "12\r\n", ":quit\r",
            ] {
                script.send(.input(.paste(text)))
                script.wait(700)
                for effect in script.takeEffects() {
                    switch effect {
                    case .start(let job, _):
                        // Reading, as one types a place to go to, is no answer.
                        let changes = job.job is any ChangeJob || job.job is ValidateConfigJob
                        #expect(!changes, "\(question.keys), then \(text.debugDescription): \(job.job)")
                    case .quit, .unlock, .attach:
                        Issue.record("\(question.keys), then \(text.debugDescription): \(effect)")
                    default: break
                    }
                }
            }
        }
    }

    @Test func everyQuestionIsReallyAsked() {
        for question in Self.questions {
            let console = ConsoleContext(
                badge: "prod", name: "prod", address: "kafka:9093", isSandbox: false, isReadOnly: question.keys == "W")
            var script = Script(console: console, world: .pictured)
            let before = script.screen
            script.press(question.keys)
            script.wait(700)
            #expect(script.screen != before && script.screen.contains(question.words), "\(question.keys)")
        }
    }

    /// What is asked stays a question until a key says yes: the first key of a hurry, enter, loses nothing.
    @Test(arguments: ["down ctrl-d", "down ctrl-e", "2 down ctrl-d", "2 enter ctrl-d"])
    func enterAloneDestroysNothing(keys: String) {
        var script = Script(console: .sandbox, world: .pictured)
        script.press(keys)
        _ = script.takeJobs()
        script.press("enter enter enter")
        script.wait(700)
        script.press("enter enter")
        #expect(script.takeJobs().allSatisfy { !($0.job is any ChangeJob) })
    }
}
