import KafkaWire

extension Cluster {
    /// The groups of every broker that answers, in the order of their name. Fails when none does. While a broker is down and
    /// its groups have not moved yet they are missing here; `listGroupsByBroker` says whose answer is.
    public func listGroups() async throws(ClientError) -> [ListedGroup] {
        let answers = try await listGroupsByBroker()
        var groups: [GroupID: ListedGroup] = [:]
        var failure: ClientError?
        var hasAnswer = answers.isEmpty
        for answer in answers.values {
            switch answer {
            case .success(let some):
                hasAnswer = true
                for group in some { groups[group.id] = group }
            case .failure(let error): failure = error
            }
        }
        if !hasAnswer, let failure { throw failure }
        return groups.values.sorted { $0.id < $1.id }
    }

    /// The groups each broker looks after, or why it did not say. Fails when the brokers are not known.
    public func listGroupsByBroker() async throws(ClientError) -> [BrokerID: Result<[ListedGroup], ClientError>] {
        let brokers = try await metadata([]).brokers.map(\.id)
        return await withTaskGroup(of: (BrokerID, Result<[ListedGroup], ClientError>).self) { group in
            for broker in brokers { group.addTask { (broker, await self.listGroups(of: broker)) } }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func listGroups(of broker: BrokerID) async -> Result<[ListedGroup], ClientError> {
        await result { () async throws(ClientError) in
            let response: ListGroupsResponse = try await self.call(
                .broker(broker), check: { (response: ListGroupsResponse) in (response.errorCode, nil) }
            ) { _ in ListGroupsRequest() }
            return response.groups.map {
                ListedGroup(id: $0.groupId, protocolType: $0.protocolType, state: $0.groupState, type: $0.groupType)
            }
        }
    }

    /// Groups in full: classic ones and those of the consumer protocol alike, with one request of each kind to a coordinator.
    /// Each has its own error, such as `.groupIdNotFound`.
    public func describeGroups(_ ids: [GroupID]) async -> [GroupID: Result<GroupDescription, ClientError>] {
        await perCoordinator(ids) { broker, groups in
            await result { () async throws(ClientError) in try await self.describe(groups, at: broker) }
        } alone: { group in
            await result { () async throws(ClientError) in try await self.describeGroup(group) }
        }
    }

    /// The groups of one broker that it finds; one that it does not may have moved, or be of a newer kind.
    private func describe(
        _ groups: [GroupID], at broker: BrokerID
    ) async throws(ClientError) -> Answers<GroupDescription> {
        var found: Answers<GroupDescription> = [:]
        do throws(ClientError) {
            let newer: ConsumerGroupDescribeResponse = try await call(.broker(broker), check: { _ in nil }) { _ in
                ConsumerGroupDescribeRequest(groupIds: groups)
            }
            for group in newer.groups where group.errorCode == .none {
                found[group.groupId] = .success(description(of: group))
            }
        } catch {
            guard case .unsupported = error else { throw error }
        }
        let rest = groups.filter { found[$0] == nil }
        guard !rest.isEmpty else { return found }
        let classic: DescribeGroupsResponse = try await call(.broker(broker), check: { _ in nil }) { _ in
            DescribeGroupsRequest(groups: rest)
        }
        for group in classic.groups where group.errorCode == .none && group.groupState != "Dead" {
            found[group.groupId] = .success(description(of: group))
        }
        return found
    }

    private func describeGroup(_ id: GroupID) async throws(ClientError) -> GroupDescription {
        // A group of the consumer protocol tells its members' partitions only to the newer request; brokers that do not know
        // that request have no such groups.
        do throws(ClientError) {
            return try await describeConsumerGroup(id)
        } catch {
            switch error {
            case .unsupported, .broker(.groupIdNotFound, _), .broker(.unsupportedVersion, _): break
            default: throw error
            }
        }
        do throws(ClientError) {
            return try await describeClassicGroup(id)
        } catch {
            // To the classic request a share group and one of Kafka Streams are as good as not there.
            guard case .broker(.groupIdNotFound, _) = error else { throw error }
            if let found = try? await describeShareGroup(id) { return found }
            if let found = try? await describeStreamsGroup(id) { return found }
            throw error
        }
    }

    private func describeConsumerGroup(_ id: GroupID) async throws(ClientError) -> GroupDescription {
        let response: ConsumerGroupDescribeResponse = try await call(
            .coordinator(id),
            check: { (response: ConsumerGroupDescribeResponse) in
                response.groups.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in ConsumerGroupDescribeRequest(groupIds: [id]) }
        guard let group = response.groups.first else { throw .decode(.consumerGroupDescribe, "no group in it") }
        return description(of: group)
    }

    private func description(of group: ConsumerGroupDescribeResponse.DescribedGroup) -> GroupDescription {
        GroupDescription(
            id: group.groupId, state: group.groupState, protocolType: "consumer", protocolName: group.assignorName,
            coordinator: knownCoordinator(of: group.groupId), generation: group.groupEpoch,
            members: group.members.map { member in
                GroupMemberInfo(
                    id: member.memberId, instanceID: member.instanceId, clientID: member.clientId,
                    host: member.clientHost.withoutSlash,
                    assignment: member.assignment.topicPartitions.flatMap { topic in
                        topic.partitions.map { TopicPartition(topic.topicName, $0) }
                    }.sorted(), topics: member.subscribedTopicNames)
            })
    }

    private func describeClassicGroup(_ id: GroupID) async throws(ClientError) -> GroupDescription {
        let response: DescribeGroupsResponse = try await call(
            .coordinator(id),
            check: { (response: DescribeGroupsResponse) in
                response.groups.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in DescribeGroupsRequest(groups: [id]) }
        guard let group = response.groups.first else { throw .decode(.describeGroups, "no group in it") }
        if group.groupState == "Dead" { throw .refused(.groupIdNotFound, "there is no group \(id)") }
        return description(of: group)
    }

    private func description(of group: DescribeGroupsResponse.DescribedGroup) -> GroupDescription {
        let isConsumer = group.protocolType == "consumer"
        return GroupDescription(
            id: group.groupId, state: group.groupState, protocolType: group.protocolType,
            protocolName: group.protocolData, coordinator: knownCoordinator(of: group.groupId),
            members: group.members.map { member in
                let assignment = isConsumer ? Assignment(member.memberAssignment) : nil
                return GroupMemberInfo(
                    id: member.memberId, instanceID: member.groupInstanceId, clientID: member.clientId,
                    host: member.clientHost.withoutSlash, assignment: assignment?.partitions.sorted() ?? [],
                    topics: isConsumer ? Subscription(member.memberMetadata)?.topics ?? [] : [])
            })
    }

    /// Deletes a group and its offsets. Fails with `.nonEmptyGroup` while it has members.
    public func deleteGroup(_ id: GroupID) async throws(ClientError) {
        let _: DeleteGroupsResponse = try await call(
            .coordinator(id),
            check: { (response: DeleteGroupsResponse) in response.results.first.map { ($0.errorCode, nil) } }
        ) { _ in DeleteGroupsRequest(groupsNames: [id]) }
    }
}

extension String {
    /// The host as brokers write it, `/10.0.0.1`, without the slash.
    var withoutSlash: String { hasPrefix("/") ? String(dropFirst()) : self }
}
