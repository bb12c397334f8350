import KafkaClient
import KafkaWire

/// Reads how a group changed before this console looked.
struct GroupHistoryJob: Job {
    var group: GroupID
    var name: String { "history" }

    func run(_ tools: JobTools) async {
        let result: Result<GroupHistory, ClientError>
        do throws(ClientError) {
            result = .success(try await tools.cluster.history(of: group))
        } catch {
            result = .failure(error)
        }
        tools.report(GroupHistoryReport(result: result))
    }
}

/// The past of a group, or why it was not told.
struct GroupHistoryReport: JobReport {
    var result: Result<GroupHistory, ClientError>
}

extension Happening {
    /// A group's past as one line a generation, oldest first.
    static func of(_ history: GroupHistory) -> [Happening] {
        guard let first = history.snapshots.first else { return [] }
        let begin = first.group.generation.map { "generation \($0)   " } ?? ""
        let opening = Happening(
            at: first.time,
            text: "\(begin)\(Quantity.count(first.group.members.count, "member")), \(first.group.state)",
            kind: .plain)
        return [opening]
            + zip(history.snapshots, history.snapshots.dropFirst()).flatMap { before, after in
                between(before.group, after.group, at: after.time)
            }
    }
}
