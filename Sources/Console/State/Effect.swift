import KafkaClient
import KafkaWire
import Terminal

/// What the state asks of the world. Plain values: a test compares arrays of them.
enum Effect: Equatable, Sendable {
    /// Ask the cluster. The answer comes back with the same generation, or is stale.
    case ask(Query, generation: Int)
    /// Run a job; its reports come back with the same number.
    case start(AnyJob, number: Int)
    /// Cancel that job.
    case stop(number: Int)
    /// Put text on the clipboard (OSC 52).
    case copy(String)
    /// Start the sandbox's demo workload.
    case startDemo
    /// Let changes leave for so many milliseconds.
    case unlock(Int64)
    /// Let no change leave any more.
    case lock
    /// Leave this cluster for the context of that name.
    case attach(String)
    /// Draw with another theme.
    case useTheme(String)
    /// Let the user edit a text in the editor of their choice.
    case edit(String)
    /// Give the terminal back to the shell until it continues us.
    case suspend
    /// Forget what the terminal shows and draw all of it.
    case redraw
    /// End the console.
    case quit
}

/// A job of any type.
struct AnyJob: Equatable, Sendable {
    /// The job.
    let job: any Job

    /// Wraps a job.
    init(_ job: any Job) { self.job = job }

    /// Equal jobs of the same type.
    static func == (left: AnyJob, right: AnyJob) -> Bool { left.job.equals(right.job) }
}

/// What happens to the console.
enum ConsoleEvent: Sendable {
    /// Time passes: milliseconds since the epoch. Comes before each batch of events and twice a second.
    case tick(Int64)
    /// A key, the mouse, a paste, a new size.
    case input(Input)
    /// An answer to ``Effect/ask(_:generation:)``.
    case answer(Query, generation: Int, Answer)
    /// A report of a job.
    case report(any JobReport, number: Int)
    /// The job ended by itself.
    case ended(number: Int)
    /// A step on the way to the cluster.
    case ladder(Ladder)
    /// Something outside went well or wrong and the user should know: the demo, the clipboard, a theme.
    case notice(Notice)
    /// What became of a text that was edited.
    case edited(Editor.Outcome)
    /// The theme now in use.
    case theme(name: String, isColorless: Bool)
}
