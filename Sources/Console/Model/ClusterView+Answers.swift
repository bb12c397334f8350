import KafkaClient
import KafkaWire

extension ClusterView {
    /// Takes an answer that came at `now`; a failure marks what was asked and keeps the old values.
    mutating func learn(_ answer: Answer, to query: Query, at now: Int64) {
        touch()
        switch (answer, query) {
        case (.metadata(let new, let counted, let lost), _):
            learn(new, counted ?? ClusterSummary(new), at: now)
            learn(silent: lost, at: now)
        case (.pulse(let brokers, let lost), _):
            learn(brokers, at: now)
            learn(silent: lost, at: now)
        case (.ends(let bounds, let failures), .ends(let topics)): learn(bounds, failures, of: topics, at: now)
        case (.sizes(let sizes, let failures), _):
            learn(sizes, failures, to: query, at: now)
        case (.configs(let all, let failures), _):
            for (topic, entries) in all {
                configs[topic, default: Known()].learn(TopicConfigs(entries: entries), at: now)
            }
            for (topic, why) in failures { configs[topic, default: Known()].fail(why, at: now) }
        case (.positions(let found, let failures), _):
            for (partition, value) in found { positions[partition, default: Known()].learn(value, at: now) }
            for (partition, why) in failures { positions[partition, default: Known()].fail(why, at: now) }
        case (.settings(let entries), .settings(let resource)):
            settings[resource, default: Known()].learn(entries, at: now)
        case (.minInSync(let all), _): learn(all)
        case (.copies(let all), _): learn(all, at: now)
        case (.directories(let all, let failures), _):
            for (broker, found) in all { directories[broker, default: Known()].learn(found, at: now) }
            for (broker, why) in failures { directories[broker, default: Known()].fail(why, at: now) }
        case (.registered(let brokers, let found), _):
            registered.learn(brokers, at: now)
            releases.merge(found) { $1 }
            for broker in brokers where everSeen[broker.info.id] == nil {
                everSeen[broker.info.id] = broker.info.address
                if broker.isFenced { goneSince[broker.info.id] = now }
            }
        case (.moves(let all), _): moves.learn(all, at: now)
        case (.writers(let found), .writers(let topics)):
            transactional.formUnion(found.transactional)
            let asked = Set(topics)
            openTransactions = openTransactions.filter { !asked.contains($0.key.topic) }.merging(found.open) { $1 }
        case (.groups(let list), _): learn(list, at: now)
        case (.quorum(let quorum), _): learn(quorum, at: now)
        case (.members(let all, let failures), _):
            for (group, description) in all {
                if let before = members[group]?.value {
                    noteRebalance(of: group, Happening.between(before, description, at: now))
                }
                if membersSince[group] == nil { membersSince[group] = now }
                members[group, default: Known()].learn(description, at: now)
            }
            for (group, why) in failures { members[group, default: Known()].fail(why, at: now) }
        case (.lag(let all, let failures), _):
            for (group, rows) in all { learn(rows, of: group, at: now) }
            for (group, why) in failures { lags[group, default: Known()].fail(why, at: now) }
            countUnaskedGroups()
            if all.count == groups.value?.count { clusterOut.add(recordsRead, at: now) }
        case (.unread(let records, let readable), .firstUnread(let group)):
            firstUnread[group] = records
            firstUnreadAt[group] = now
            self.readable[group] = readable
        case (.records(let records), .newest(let topic)):
            if let (partition, record) = records.first {
                newest[topic, default: Known()].learn(
                    NewestRecord(partition: partition.partition, record: record), at: now)
                if record.isTransactional { transactional.insert(topic) }
            } else {
                // It was emptied, or retention has taken the last one.
                newest[topic] = nil
            }
        case (.failed(let error), _): fail(query, error.sentence, at: now)
        default: break
        }
    }

    private mutating func learn(_ new: ClusterMetadata, _ counted: ClusterSummary, at now: Int64) {
        let old = metadata.value
        let before = summary
        metadata.learn(new, at: now)
        summary = counted
        see(new.brokers, at: now)
        for replica in counted.copies.keys where everSeen[replica] == nil {
            everSeen[replica] = ""
            goneSince[replica] = now
        }
        // What did not change shares its memory with the old answer: this compares little.
        guard old?.topics != new.topics else { return brokersChanged(from: old?.brokers, to: new.brokers, at: now) }
        structure += 1
        guard let old else { return }
        for happening in Happening.between(old, new, before, at: now) { happen(happening) }
        let gone = old.topics.filter { counted.places[$0.name] == nil }.map(\.name)
        let recreated = new.topics.filter { topic in
            guard let place = before.places[topic.name] else { return false }
            return old.topics[place].id != .zero && old.topics[place].id != topic.id
        }.map(\.name)
        forgetTopics(Set(gone + recreated))
        total(Set(recreated + Array(totals.keys)))
    }

    /// The brokers alone: what is asked often of a cluster too large to be asked as a whole.
    private mutating func learn(_ brokers: [BrokerInfo], at now: Int64) {
        guard let old = metadata.value else { return }
        metadata.value?.brokers = brokers
        metadata.at = now
        metadata.failure = nil
        metadata.failingSince = nil
        see(brokers, at: now)
        brokersChanged(from: old.brokers, to: brokers, at: now)
    }

    private mutating func see(_ brokers: [BrokerInfo], at now: Int64) {
        for broker in brokers {
            everSeen[broker.id] = "\(broker.host):\(broker.port)"
            goneSince[broker.id] = nil
        }
        let live = Set(brokers.map(\.id))
        for broker in everSeen.keys where !live.contains(broker) && goneSince[broker] == nil { goneSince[broker] = now }
    }

    /// Listed brokers that are not reached: who fell silent and who answers again.
    private mutating func learn(silent lost: [BrokerID: String], at now: Int64) {
        guard !lost.isEmpty || !silentSince.isEmpty else { return }
        structure += 1
        for (broker, why) in lost.sorted(by: { $0.key < $1.key }) where silentSince[broker] == nil {
            silentSince[broker] = now
            happen(Happening(at: now, text: "broker \(broker) does not answer: \(why)", kind: .bad))
        }
        let listed = Set(metadata.value?.brokers.map(\.id) ?? [])
        for broker in silentSince.keys.sorted() where lost[broker] == nil {
            silentSince[broker] = nil
            // One that is not listed any more is gone, which is said already.
            guard listed.contains(broker) else { continue }
            happen(Happening(at: now, text: "broker \(broker) answers again", kind: .good))
        }
    }

    private mutating func brokersChanged(from old: [BrokerInfo]?, to new: [BrokerInfo], at now: Int64) {
        guard let old, old != new else { return }
        for happening in Happening.ofBrokers(old, new, at: now) { happen(happening) }
    }

    private mutating func forgetTopics(_ all: Set<TopicName>) {
        guard !all.isEmpty else { return }
        bounds = bounds.filter { !all.contains($0.key.topic) }
        ends = ends.filter { !all.contains($0.key.topic) }
        topicEnds = topicEnds.filter { !all.contains($0.key) }
        configs = configs.filter { !all.contains($0.key) }
        newest = newest.filter { !all.contains($0.key) }
        totals = totals.filter { !all.contains($0.key) }
        transactional.subtract(all)
        openTransactions = openTransactions.filter { !all.contains($0.key.topic) }
    }

    /// Sizes of some topics join what is known of others; sizes of all take its place.
    private mutating func learn(
        _ found: [BrokerID: [TopicPartition: Int64]], _ failures: [BrokerID: String], to query: Query, at now: Int64
    ) {
        var asked: [TopicName]?
        if case .sizes(let topics) = query { asked = topics }
        for (broker, bytes) in found {
            var all = bytes
            if asked != nil, let before = sizes[broker]?.value { all = before.merging(bytes) { $1 } }
            sizes[broker, default: Known()].learn(all, at: now)
        }
        for (broker, why) in failures { sizes[broker, default: Known()].fail(why, at: now) }
        total(asked ?? metadata.value?.topics.map(\.name) ?? [])
    }

    private mutating func learn(
        _ found: [TopicPartition: PartitionBounds], _ failures: [TopicPartition: String], of topics: [TopicName],
        at now: Int64
    ) {
        let failed = Set(failures.keys.map(\.topic))
        let hidden = summary.internals
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
        if ends.count > Self.endsLimit {
            // Of a cluster through which one scrolls, only what was on the screen lately has a past.
            ends = ends.filter { ($0.value.samples.last?.time ?? 0) > now - History.span }
        }
        total(topics)
    }

    /// Partitions whose past is kept although nobody looks at them any more.
    private static let endsLimit = 10_000

    private mutating func learn(_ all: [TopicName: Int]) {
        guard all != minInSync else { return }
        minInSync = all
        minima += 1
    }

    /// Only the copies of partitions that are looked at are kept.
    private mutating func learn(_ all: [BrokerID: [TopicPartition: Int64]], at now: Int64) {
        let named = Set(all.values.flatMap(\.keys))
        copies = copies.filter { named.contains($0.key) }
        for (broker, ends) in all {
            for (partition, end) in ends {
                copies[partition, default: [:]][broker, default: History()].add(end, at: now)
            }
        }
    }

    private mutating func learn(_ new: Quorum, at now: Int64) {
        if let was = controller, was != new.leader {
            happen(
                Happening(at: now, text: "controller: \(was) → \(new.leader), epoch \(new.epoch)", kind: .plain))
        }
        quorum.learn(new, at: now)
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
        membersSince = membersSince.filter { names.contains($0.key) }
        firstUnread = firstUnread.filter { names.contains($0.key) }
        firstUnreadAt = firstUnreadAt.filter { names.contains($0.key) }
        readable = readable.filter { names.contains($0.key) }
        rebalances = rebalances.filter { names.contains($0.key) }
        groupsOn = groupsOn.mapValues { $0.filter { names.contains($0.group) } }.filter { !$0.value.isEmpty }
        countUnaskedGroups()
    }

    private mutating func learn(_ rows: [TopicPartition: CommitAndEnd], of group: GroupID, at now: Int64) {
        var lag = lags[group]?.value ?? GroupLag()
        lag.rows = rows
        lag.commits = lag.commits.filter { rows[$0.key] != nil }
        lag.lags = lag.lags.filter { rows[$0.key] != nil }
        for (partition, row) in rows {
            if let now = row.committed, let before = lags[group]?.value?.rows[partition]?.committed, now > before {
                recordsRead &+= now &- before
            }
            if let committed = row.committed { lag.commits[partition, default: History()].add(committed, at: now) }
            if let behind = row.lag { lag.lags[partition, default: History()].add(behind, at: now) }
            if let bounds = row.bounds { ends[partition, default: History()].add(bounds.end, at: now) }
        }
        place(group, rows)
        lags[group, default: Known()].learn(lag, at: now)
    }

    private mutating func fail(_ query: Query, _ why: String, at now: Int64) {
        switch query {
        case .metadata, .pulse: metadata.fail(why, at: now)
        case .ends(let topics):
            let named = Set(topics)
            for key in bounds.keys where named.contains(key.topic) { bounds[key]?.fail(why, at: now) }
            total(topics)
        case .sizes: for broker in everSeen.keys { sizes[broker, default: Known()].fail(why, at: now) }
        case .configs(let topics): for topic in topics { configs[topic, default: Known()].fail(why, at: now) }
        case .positions(let topic):
            for partition in self.topic(topic)?.partitions ?? [] {
                let key = TopicPartition(topic: topic, partition: partition.index)
                positions[key, default: Known()].fail(why, at: now)
            }
        case .settings(let resource): settings[resource, default: Known()].fail(why, at: now)
        case .directories: for broker in everSeen.keys { directories[broker, default: Known()].fail(why, at: now) }
        case .registered: registered.fail(why, at: now)
        case .moves: moves.fail(why, at: now)
        case .minInSync, .copies, .writers: break
        case .groups: groups.fail(why, at: now)
        case .members(let groups): for group in groups { members[group, default: Known()].fail(why, at: now) }
        case .lag(let asked):
            for group in asked { lags[group, default: Known()].fail(why, at: now) }
            countUnaskedGroups()
        case .newest(let topic): newest[topic, default: Known()].fail(why, at: now)
        case .quorum: quorum.fail(why, at: now)
        case .firstUnread(let group): firstUnreadAt[group] = now
        }
    }
}
