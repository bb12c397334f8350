import KafkaWire

// DescribeGroups (15), versions 0-6.
// Behaviour: a group that does not exist is Dead without an error; version 6 says GROUP_ID_NOT_FOUND.
// Deviations: none known.

extension Engine {
    func describeGroups(_ request: DescribeGroupsRequest, _ context: RequestContext) -> Reply {
        let found = groups.read { table in request.groups.map { table.describe($0) } }
        return .ready(
            DescribeGroupsResponse(
                groups: zip(request.groups, found).map { id, group in
                    guard let group else {
                        guard context.apiVersion >= 6 else {
                            return DescribeGroupsResponse.DescribedGroup(groupId: id, groupState: "Dead")
                        }
                        return DescribeGroupsResponse.DescribedGroup(
                            errorCode: .groupIdNotFound, errorMessage: "Group \(id.rawValue) not found.", groupId: id,
                            groupState: "Dead")
                    }
                    return DescribeGroupsResponse.DescribedGroup(
                        groupId: id, groupState: group.state, protocolType: group.protocolType,
                        protocolData: group.protocolName,
                        members: group.members.map {
                            DescribeGroupsResponse.DescribedGroupMember(
                                memberId: $0.id, groupInstanceId: $0.instanceID, clientId: $0.clientID,
                                clientHost: $0.clientHost, memberMetadata: $0.metadata, memberAssignment: $0.assignment)
                        })
                }))
    }
}
