import KafkaWire

extension Engine {
    /// Makes one change of settings, or only checks it: durable before it returns, in force at once.
    func alter(_ change: ConfigAlteration, isOnlyChecked: Bool) throws(TopicError) {
        switch change.resourceType {
        case ConfigResource.topic:
            try change.check()
            try alterTopic(change, isOnlyChecked: isOnlyChecked)
        case ConfigResource.broker:
            try change.check()
            try alterBroker(change, isOnlyChecked: isOnlyChecked)
        case ConfigResource.brokerLogger where !change.replacesAll:
            try refuseLoggers(change)
        case ConfigResource.clientMetrics:
            try change.check()
            if change.resourceName.isEmpty { throw TopicError(.invalidRequest, "Subscription name can't be empty") }
            if let first = change.entries.first(where: { $0.operation != .delete }) {
                throw TopicError(.invalidRequest, "Unknown client metrics configuration: \(first.name)")
            }
        case ConfigResource.group:
            try change.check()
            if change.resourceName.isEmpty {
                throw TopicError(.invalidRequest, "Default group resources are not allowed.")
            }
            if let first = change.entries.first(where: { $0.operation != .delete }) {
                throw TopicError(.invalidConfig, "Unknown group config name: \(first.name)")
            }
        default:
            throw TopicError(.invalidRequest, "Unknown resource type \(change.resourceType)")
        }
    }

    private func alterTopic(_ change: ConfigAlteration, isOnlyChecked: Bool) throws(TopicError) {
        let name = TopicName(change.resourceName)
        if change.resourceName.isEmpty {
            throw TopicError(.invalidRequest, "Default topic resources are not allowed.")
        }
        if let complaint = Topic.complaint(about: name) { throw TopicError(.invalidTopicException, complaint) }
        let now = clock.wall
        try administration.withLock { administration throws(TopicError) in
            guard let topic = topics.topic(named: name) else {
                throw TopicError(.unknownTopicOrPartition, "The topic '\(name)' does not exist.")
            }
            let overrides = try change.applied(
                to: topic.overrides, refusal: .invalidConfig,
                definition: { name throws(TopicError) in
                    guard let known = TopicConfigs.definition(name) else {
                        throw TopicError(.invalidConfig, "Unknown topic config name: \(name)")
                    }
                    return known
                }, standing: { topicConfigValue($0, topic.overrides).value })
            let records = Self.records(
                ConfigResource.topic, change.resourceName, from: topic.overrides, to: overrides)
            if isOnlyChecked || records.isEmpty { return }
            try administration.metadata.append(records, now: now)
            topics.put(Topic(name: name, id: topic.id, partitions: topic.partitions, overrides: overrides))
            let config = logConfig(overrides)
            for partition in topic.partitions { partition.apply(config) }
        }
    }

    private func alterBroker(_ change: ConfigAlteration, isOnlyChecked: Bool) throws(TopicError) {
        let isCluster = change.resourceName.isEmpty
        if !isCluster { try checkNode(change.resourceName, "Unexpected broker id, expected %, but received") }
        let fixed = change.entries.filter {
            $0.operation != .delete && BrokerConfigs.config($0.name)?.update == .readOnly
        }
        if !fixed.isEmpty {
            throw TopicError(
                .invalidRequest,
                "Cannot update these configs dynamically: [\(fixed.map(\.name).joined(separator: ", "))]")
        }
        let now = clock.wall
        try administration.withLock { administration throws(TopicError) in
            var altered = live.altered
            let before = isCluster ? altered.cluster : altered.broker
            let after = try change.applied(
                to: before, refusal: .invalidRequest,
                definition: { name throws(TopicError) in
                    guard let known = BrokerConfigs.config(name) else {
                        throw TopicError(.invalidConfig, "Unknown broker config name: \(name)")
                    }
                    return known.definition
                }, standing: { live.layers(of: [$0.name]).first?.value })
            let records = Self.records(ConfigResource.broker, change.resourceName, from: before, to: after)
            if isOnlyChecked || records.isEmpty { return }
            try administration.metadata.append(records, now: now)
            if isCluster { altered.cluster = after } else { altered.broker = after }
            live.replace(altered)
            applyLogConfigs()
        }
    }

    /// This broker has no loggers.
    private func refuseLoggers(_ change: ConfigAlteration) throws(TopicError) {
        try checkNode(change.resourceName, "Unexpected node id. Expected %, but received")
        for entry in change.entries {
            if entry.operation == .append || entry.operation == .subtract {
                let word = entry.operation == .append ? "APPEND" : "SUBTRACT"
                throw TopicError(
                    .invalidRequest, "\(word) operation is not allowed for the BROKER_LOGGER resource")
            }
            throw TopicError(.invalidConfig, "Logger \(entry.name) does not exist!")
        }
    }

    private func checkNode(_ name: String, _ complaint: String) throws(TopicError) {
        guard let id = Int32(name) else {
            throw TopicError(.invalidRequest, "Node id must be an integer, but it is: \(name)")
        }
        if id != configuration.nodeID {
            let words = complaint.split(separator: "%").joined(separator: "\(configuration.nodeID)")
            throw TopicError(.invalidRequest, "\(words) \(name)")
        }
    }

    private static func records(
        _ type: Int8, _ resource: String, from old: [String: String], to new: [String: String]
    ) -> [MetadataChange] {
        Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map {
            .config(ConfigRecord(resourceType: type, resourceName: resource, name: $0, value: new[$0]))
        }
    }
}
