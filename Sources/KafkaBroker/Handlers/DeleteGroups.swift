import KafkaWire

// DeleteGroups (42), versions 0-2.
// Behaviour: only a group without members can be deleted; its offsets go with it.
// Deviations: none known.

extension Engine {
    func deleteGroups(_ request: DeleteGroupsRequest, _ context: RequestContext) -> Reply {
        var seen: Set<GroupID> = []
        let names = request.groupsNames.filter { seen.insert($0).inserted }
        let outcomes = names.map { name in
            groups.change(name, self) { table, _ in table.delete(name) }
        }
        return .afterFlush {
            DeleteGroupsResponse(
                results: zip(names, outcomes).map { name, outcome in
                    let code: ErrorCode =
                        switch outcome {
                        case .failure(let error): error.code
                        case .success(let promise):
                            promise.code
                        }
                    return DeleteGroupsResponse.DeletableGroupResult(groupId: name, errorCode: code)
                })
        }
    }
}

extension GroupCoordinator.Promise<ErrorCode> {
    /// The code, or that of a coordinator that could not write.
    fileprivate var code: ErrorCode {
        guard let partition, partition.failure != .none else { return answer }
        return .notCoordinator
    }
}
