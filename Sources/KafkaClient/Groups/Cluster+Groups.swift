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
        do throws(ClientError) {
            let response: ListGroupsResponse = try await call(
                .broker(broker), check: { (response: ListGroupsResponse) in (response.errorCode, nil) }
            ) { _ in ListGroupsRequest() }
            return .success(
                response.groups.map {
                    ListedGroup(id: $0.groupId, protocolType: $0.protocolType, state: $0.groupState, type: $0.groupType)
                })
        } catch {
            return .failure(error)
        }
    }

    /// Groups in full: classic ones and those of the consumer protocol alike. Each has its own error, such as
    /// `.groupIdNotFound`.
    public func describeGroups(_ ids: [GroupID]) async -> [GroupID: Result<GroupDescription, ClientError>] {
        await withTaskGroup(of: (GroupID, Result<GroupDescription, ClientError>).self) { group in
            for id in Set(ids) {
                group.addTask {
                    // One tuple after the fact: the optimizer of Swift 6.3 loses its first part when two are returned here.
                    let result: Result<GroupDescription, ClientError>
                    do throws(ClientError) {
                        result = .success(try await self.describeGroup(id))
                    } catch {
                        result = .failure(error)
                    }
                    return (id, result)
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
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
        return GroupDescription(
            id: id, state: group.groupState, protocolType: "consumer", protocolName: group.assignorName,
            coordinator: knownCoordinator(of: id), generation: group.groupEpoch,
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
        return GroupDescription(
            id: id, state: group.groupState, protocolType: group.protocolType, protocolName: group.protocolData,
            coordinator: knownCoordinator(of: id),
            members: group.members.map { member in
                let assignment = group.protocolType == "consumer" ? Assignment(member.memberAssignment) : nil
                return GroupMemberInfo(
                    id: member.memberId, instanceID: member.groupInstanceId, clientID: member.clientId,
                    host: member.clientHost.withoutSlash, assignment: assignment?.partitions.sorted() ?? [],
                    topics: group.protocolType == "consumer" ? Subscription(member.memberMetadata)?.topics ?? [] : [])
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
