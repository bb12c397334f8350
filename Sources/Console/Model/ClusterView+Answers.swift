import KafkaClient
import KafkaWire

extension ClusterView {
    /// Takes an answer that came at `now`; a failure marks what was asked and keeps the old values.
    mutating func learn(_ answer: Answer, to query: Query, at now: Int64) {
        switch (answer, query) {
        case (.metadata(let new), _): learn(new, at: now)
        case (.ends(let bounds, let failures), .ends(let topics)): learn(bounds, failures, of: topics, at: now)
        case (.sizes(let sizes, let failures), _):
            for (broker, bytes) in sizes { self.sizes[broker, default: Known()].learn(bytes, at: now) }
            for (broker, why) in failures { self.sizes[broker, default: Known()].fail(why, at: now) }
        case (.configs(let all), _):
            for (topic, entries) in all {
                configs[topic, default: Known()].learn(TopicConfigs(entries: entries), at: now)
            }
        case (.groups(let list), _): learn(list, at: now)
        case (.quorum(let leader), _): learn(controller: leader, at: now)
        case (.members(let all, let failures), _):
            for (group, description) in all {
                if let before = members[group]?.value {
                    noteRebalance(of: group, Happening.between(before, description, at: now))
                }
                members[group, default: Known()].learn(description, at: now)
            }
            for (group, why) in failures { members[group, default: Known()].fail(why, at: now) }
        case (.lag(let all, let failures), _):
            for (group, rows) in all { learn(rows, of: group, at: now) }
            for (group, why) in failures { lags[group, default: Known()].fail(why, at: now) }
        case (.unread(let records, let readable), .firstUnread(let group)):
            firstUnread[group] = records
            self.readable[group] = readable
        case (.records(let records), .newest(let topic)):
            if let (partition, record) = records.first {
                newest[topic, default: Known()].learn(
                    NewestRecord(partition: partition.partition, record: record), at: now)
                if record.isTransactional { transactional.insert(topic) }
            }
        case (.failed(let error), _): fail(query, error.sentence, at: now)
        default: break
        }
    }

    private mutating func learn(_ new: ClusterMetadata, at now: Int64) {
        let old = metadata.value
        metadata.learn(new, at: now)
        let live = Set(new.brokers.map(\.id))
        for broker in new.brokers {
            everSeen[broker.id] = "\(broker.host):\(broker.port)"
            goneSince[broker.id] = nil
        }
        for topic in new.topics {
            for partition in topic.partitions {
                for replica in partition.replicas where everSeen[replica] == nil { everSeen[replica] = "" }
            }
        }
        for broker in everSeen.keys where !live.contains(broker) && goneSince[broker] == nil { goneSince[broker] = now }
        if let old {
            for happening in Happening.between(old, new, at: now) { happen(happening) }
            forgetTopics(gone: Set(old.topics.map(\.name)).subtracting(new.topics.map(\.name)), recreated(old, new))
        }
    }

    /// Topics that carry another id than before: a new thing under an old name.
    private func recreated(_ old: ClusterMetadata, _ new: ClusterMetadata) -> Set<TopicName> {
        let before = Dictionary(old.topics.map { ($0.name, $0.id) }, uniquingKeysWith: { $1 })
        return Set(
            new.topics.filter { topic in
                guard let id = before[topic.name] else { return false }
                return id != .zero && id != topic.id
            }.map(\.name))
    }

    private mutating func forgetTopics(gone: Set<TopicName>, _ recreated: Set<TopicName>) {
        let all = gone.union(recreated)
        guard !all.isEmpty else { return }
        bounds = bounds.filter { !all.contains($0.key.topic) }
        ends = ends.filter { !all.contains($0.key.topic) }
        topicEnds = topicEnds.filter { !all.contains($0.key) }
        configs = configs.filter { !all.contains($0.key) }
        newest = newest.filter { !all.contains($0.key) }
        transactional.subtract(all)
    }

    private mutating func learn(
        _ found: [TopicPartition: PartitionBounds], _ failures: [TopicPartition: String], of topics: [TopicName],
        at now: Int64
    ) {
        let failed = Set(failures.keys.map(\.topic))
        let hidden = Set(metadata.value?.topics.filter(\.isInternal).map(\.name) ?? [])
        let written = found.reduce(Int64(0)) { sum, entry in
            guard !hidden.contains(entry.key.topic), let before = bounds[entry.key]?.value else { return sum }
            return sum &+ max(0, entry.value.end &- before.end)
        }
        for (partition, value) in found {
            bounds[partition, default: Known()].learn(value, at: now)
            ends[partition, default: History()].add(value.end, at: now)
        }
        for (partition, why) in failures { bounds[partition, default: Known()].fail(why, at: now) }
        var sums: [TopicName: Int64] = [:]
        for (partition, value) in found { sums[partition.topic, default: 0] &+= value.end }
        for (topic, sum) in sums where !failed.contains(topic) {
            topicEnds[topic, default: History()].add(sum, at: now)
        }
        if topics.count == metadata.value?.topics.count {
            recordsSeen &+= written
            clusterIn.add(recordsSeen, at: now)
        }
    }

    private mutating func learn(controller leader: BrokerID, at now: Int64) {
        if let was = controller, was != leader {
            happen(Happening(at: now, text: "controller: \(was) → \(leader)", kind: .plain))
        }
        controller = leader
    }

    private mutating func happen(_ happening: Happening) {
        happenings.append(happening)
        if happenings.count > Self.happeningLimit { happenings.removeFirst(happenings.count - Self.happeningLimit) }
    }

    private mutating func noteRebalance(of group: GroupID, _ happenings: [Happening]) {
        guard !happenings.isEmpty else { return }
        rebalances[group] = ((rebalances[group] ?? []) + happenings).suffix(Self.happeningLimit)
    }

    private mutating func learn(_ list: [ListedGroup], at now: Int64) {
        groups.learn(list, at: now)
        let names = Set(list.map(\.id))
        lags = lags.filter { names.contains($0.key) }
        members = members.filter { names.contains($0.key) }
        firstUnread = firstUnread.filter { names.contains($0.key) }
        readable = readable.filter { names.contains($0.key) }
        rebalances = rebalances.filter { names.contains($0.key) }
    }

    private mutating func learn(_ rows: [TopicPartition: CommitAndEnd], of group: GroupID, at now: Int64) {
        var lag = lags[group]?.value ?? GroupLag()
        lag.rows = rows
        lag.commits = lag.commits.filter { rows[$0.key] != nil }
        lag.lags = lag.lags.filter { rows[$0.key] != nil }
        for (partition, row) in rows {
            if let committed = row.committed { lag.commits[partition, default: History()].add(committed, at: now) }
            if let behind = row.lag { lag.lags[partition, default: History()].add(behind, at: now) }
            if let bounds = row.bounds { ends[partition, default: History()].add(bounds.end, at: now) }
        }
        lags[group, default: Known()].learn(lag, at: now)
    }

    private mutating func fail(_ query: Query, _ why: String, at now: Int64) {
        switch query {
        case .metadata: metadata.fail(why, at: now)
        case .ends(let topics):
            let named = Set(topics)
            for key in bounds.keys where named.contains(key.topic) { bounds[key]?.fail(why, at: now) }
        case .sizes: for broker in everSeen.keys { sizes[broker, default: Known()].fail(why, at: now) }
        case .configs(let topics): for topic in topics { configs[topic, default: Known()].fail(why, at: now) }
        case .groups: groups.fail(why, at: now)
        case .members(let groups): for group in groups { members[group, default: Known()].fail(why, at: now) }
        case .lag(let groups): for group in groups { lags[group, default: Known()].fail(why, at: now) }
        case .newest(let topic): newest[topic, default: Known()].fail(why, at: now)
        case .firstUnread, .quorum: break
        }
    }
}
