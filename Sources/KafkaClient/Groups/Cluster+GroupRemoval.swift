import KafkaWire

/// Offsets that were taken from a group: by deleting it, or its offsets in some partitions.
public struct GroupRemoval: Sendable, Hashable {
    /// The group.
    public var group: GroupID
    /// What it had committed.
    public var offsets: [TopicPartition: CommittedOffset]
    /// The file that keeps them, when one was asked for.
    public var undoPath: String?

    /// The parts.
    public init(group: GroupID, offsets: [TopicPartition: CommittedOffset], undoPath: String? = nil) {
        self.group = group
        self.offsets = offsets
        self.undoPath = undoPath
    }
}

extension Cluster {
    /// Deletes a group with its offsets, which go to a file in `folder` first. Fails, naming the members, while it has some;
    /// for a group that is not there; and when the offsets cannot be kept.
    /// - Parameter now: milliseconds after the epoch, for the name of the file.
    public func removeGroup(_ id: GroupID, undoFolder: String?, now: Int64) async throws(ClientError) -> GroupRemoval {
        let description = try await describedGroup(id)
        if let holders = Self.holders(description) {
            throw .broker(.nonEmptyGroup, "\(holders) \(id): a group that is read cannot be deleted. Stop them first.")
        }
        let offsets = try await committedOffsets(id, topics: nil)
        let path = try keep(offsets, of: id, in: undoFolder, now: now)
        try await deleteGroup(id)
        return GroupRemoval(group: id, offsets: offsets, undoPath: path)
    }

    /// Forgets where a group stands in some partitions; the offsets go to a file in `folder` first. Kafka refuses it while a
    /// member reads their topic.
    public func removeOffsets(
        of id: GroupID, _ partitions: [TopicPartition], undoFolder: String?, now: Int64
    ) async throws(ClientError) -> GroupRemoval {
        let description = try await describedGroup(id)
        let had = try await committedOffsets(id, topics: partitions)
        guard !had.isEmpty else { throw .invalid("\(id) has no offsets there: there is nothing to delete") }
        let path = try keep(had, of: id, in: undoFolder, now: now)
        do throws(ClientError) {
            try await deleteOffsets(id, had.keys.sorted())
        } catch {
            guard case .broker(.groupSubscribedToTopic, _) = error, let holders = Self.holders(description) else {
                throw error
            }
            throw .broker(.groupSubscribedToTopic, "\(holders) \(id) and read the topic. Stop them first.")
        }
        return GroupRemoval(group: id, offsets: had, undoPath: path)
    }

    /// Commits what was removed again; the group is made anew if it is gone. Fails when it has offsets there by now, and when
    /// the coordinator refuses one.
    public func restore(_ removal: GroupRemoval) async throws(ClientError) {
        let partitions = removal.offsets.keys.sorted()
        if let newer = try await committedOffsets(removal.group, topics: partitions).keys.min() {
            throw .invalid("\(removal.group) committed \(newer) since: its old offsets are not written over that")
        }
        let codes = try await commitOffsets(removal.group, removal.offsets)
        if let refused = codes.filter({ $0.value != .none }).min(by: { $0.key < $1.key }) {
            throw .refused(refused.value, "\(removal.group) \(refused.key)")
        }
    }

    private func describedGroup(_ id: GroupID) async throws(ClientError) -> GroupDescription {
        switch await describeGroups([id])[id] {
        case .success(let found)?: return found
        case .failure(.broker(.groupIdNotFound, _))?, nil:
            throw .broker(.groupIdNotFound, "there is no group \(id); `kdeck groups` lists them")
        case .failure(let error)?: throw error
        }
    }

    /// `app-1 10.0.0.7 and 2 more hold`; nil when nobody does.
    private static func holders(_ description: GroupDescription) -> String? {
        guard let first = description.members.first else { return nil }
        let more = description.members.count - 1
        return more == 0 ? "\(first.nameAndHost) holds" : "\(first.nameAndHost) and \(more) more hold"
    }

    private func keep(
        _ offsets: [TopicPartition: CommittedOffset], of group: GroupID, in folder: String?, now: Int64
    ) throws(ClientError) -> String? {
        guard let folder, !offsets.isEmpty else { return nil }
        do throws(UndoFileError) {
            return try UndoFile.write(
                offsets.sorted { $0.key < $1.key }.map { ($0.key, $0.value.offset) }, group: group, folder: folder,
                now: now)
        } catch {
            throw .invalid(error.sentence)
        }
    }
}
