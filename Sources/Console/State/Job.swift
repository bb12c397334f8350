import KafkaClient

/// Work outside of the state that a pane starts: a change, a question asked once, a stream. A plain value, so that a test
/// compares what would be done; ``run(_:)`` is what the runner does with it.
protocol Job: Equatable, Sendable {
    /// One job of a name runs at a time in a pane; a new one stops the old one.
    var name: String { get }
    /// Does it, on no particular thread. Ends when it is done or its task is cancelled; never throws: what fails is a
    /// report too.
    func run(_ tools: JobTools) async
}

/// What a job has to work with.
struct JobTools: Sendable {
    /// The cluster.
    let cluster: Cluster
    /// Hands a report to the pane that started the job.
    let report: @Sendable (any JobReport) -> Void
    /// Milliseconds since the epoch.
    let now: @Sendable () -> Int64
}

/// What a job tells its pane.
protocol JobReport: Equatable, Sendable {}

extension Job {
    func equals(_ other: any Job) -> Bool { (other as? Self) == self }
}

extension JobReport {
    func equals(_ other: any JobReport) -> Bool { (other as? Self) == self }
}
