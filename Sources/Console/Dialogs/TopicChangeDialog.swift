/// A form that starts a change of a topic, and stays with the reason when the cluster refuses it.
protocol TopicChangeDialog: Dialog {
    /// The cluster was asked and has not answered.
    var isAsking: Bool { get set }
    /// Why it cannot be sent, or was refused.
    var problem: String { get set }
}

extension TopicChangeDialog {
    mutating func receive(_ report: any JobReport, in context: PaneContext) -> DialogOutcome {
        guard let report = report as? TopicChangeReport else { return .stay() }
        isAsking = false
        guard let failure = report.failure else { return .done([]) }
        problem = failure
        return .stay()
    }
}
