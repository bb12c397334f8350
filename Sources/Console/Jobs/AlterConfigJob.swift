import KafkaClient

/// Changes one setting after the cluster said that it would take it.
struct AlterConfigJob: ChangeJob {
    var resource: ConfigResource
    var setting: ConfigChange
    /// The setting as it was.
    var before: ConfigEntry
    var name: String { "alter config" }

    init(resource: ConfigResource, change: ConfigChange, before: ConfigEntry) {
        self.resource = resource
        setting = change
        self.before = before
    }

    var change: PlannedChange {
        let of = ConfigText.name(resource)
        let old = ConfigText.readable(before)
        switch setting {
        case .set(let name, let value):
            return PlannedChange(
                what: "set \(name) of \(of) to \(ConfigText.readable(value, name))",
                sameAs: "kafka-configs --alter \(resource.entity) --add-config \(name)=\(value)",
                requests: Self.requests,
                details: ["\(before.value ?? "hidden") → \(value)", "was \(old), from \(before.source.words)"])
        case .revert(let name):
            return PlannedChange(
                what: "take \(name) of \(of) back to default",
                sameAs: "kafka-configs --alter \(resource.entity) --delete-config \(name)", requests: Self.requests,
                details: ["was \(old), from \(before.source.words)"])
        }
    }

    private static let requests = ["IncrementalAlterConfigs, validate only", "IncrementalAlterConfigs"]

    /// What puts the setting back as it was; nil when its value was a secret.
    var undo: AlterConfigJob? {
        var now = before
        let back: ConfigChange
        if isOwn(before) {
            guard let value = before.value else { return nil }
            back = .set(before.name, to: value)
        } else {
            back = .revert(before.name)
        }
        if case .set(_, let value) = setting {
            now.value = value
            now.isDefault = false
            if case .topic = resource { now.source = .topic } else { now.source = .broker }
        }
        return AlterConfigJob(resource: resource, change: back, before: now)
    }

    /// Set on this thing itself, at run time.
    private func isOwn(_ entry: ConfigEntry) -> Bool {
        switch resource {
        case .topic: entry.source == .topic
        case .broker: entry.source == .broker
        case .allBrokers: entry.source == .allBrokers
        case .group: entry.source == .group
        }
    }

    func run(_ tools: JobTools) async {
        do {
            for validateOnly in [true, false] {
                try await tools.cluster.alterConfigs(of: resource, [setting], validateOnly: validateOnly)
            }
            tools.report(
                AlterConfigReport(
                    sentence: "\(setting.name) of \(ConfigText.name(resource)) \(done)", sameAs: change.sameAs,
                    undo: undo.map { AnyJob($0) }))
        } catch {
            tools.report(AlterConfigReport(sentence: error.sentence, sameAs: "", isGood: false))
        }
    }

    private var done: String {
        switch setting {
        case .set(let name, let value): "is \(ConfigText.readable(value, name))"
        case .revert: "is as the cluster has it"
        }
    }
}

/// How changing a setting ended.
struct AlterConfigReport: ChangeReport {
    var sentence: String
    var sameAs: String
    var isGood = true
    var undo: AnyJob?

    var ending: ChangeEnding? { ChangeEnding(isGood: isGood, sentence: sentence, undo: undo) }
    var notice: Notice { Notice(isGood ? .good : .bad, sentence, sameAs: sameAs) }
}

/// Asks the cluster whether it would take a setting, and changes nothing.
struct ValidateConfigJob: Job {
    var resource: ConfigResource
    var change: ConfigChange
    var name: String { "validate config" }

    func run(_ tools: JobTools) async {
        do {
            try await tools.cluster.alterConfigs(of: resource, [change], validateOnly: true)
            tools.report(ValidateConfigReport(change: change, failure: nil))
        } catch {
            tools.report(ValidateConfigReport(change: change, failure: error.sentence))
        }
    }
}

/// Whether the cluster would take it.
struct ValidateConfigReport: JobReport {
    var change: ConfigChange
    var failure: String?
}
