import KafkaWire

// ListGroups (16), versions 0-5.
// Behaviour: filters by state (4) and by type (5), both without regard to case.
// Deviations: none known; every group is classic.

extension Engine {
    func listGroups(_ request: ListGroupsRequest, _ context: RequestContext) -> Reply {
        let states = Set(request.statesFilter.map { $0.lowercased() })
        let types = Set(request.typesFilter.map { $0.lowercased() })
        let listed = groups.read { $0.list() }.filter {
            (states.isEmpty || states.contains($0.state.lowercased())) && (types.isEmpty || types.contains("classic"))
        }
        return .ready(
            ListGroupsResponse(
                groups: listed.map {
                    ListGroupsResponse.ListedGroup(
                        groupId: $0.id, protocolType: $0.protocolType,
                        groupState: context.apiVersion >= 4 ? $0.state : "",
                        groupType: context.apiVersion >= 5 ? "classic" : "")
                }))
    }
}
