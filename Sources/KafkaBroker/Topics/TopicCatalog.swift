import KafkaWire
import Synchronization

/// The topics of the broker: what every request looks up. Changes are made under the engine's administration lock,
/// look-ups from any thread.
final class TopicCatalog: Sendable {
    private struct State {
        var byName: [TopicName: Topic] = [:]
        var byID: [KafkaUUID: Topic] = [:]
        var collisions: [String: TopicName] = [:]
        var partitionCount = 0
    }

    private let state = Mutex(State())

    /// The topic of that name.
    func topic(named name: TopicName) -> Topic? {
        state.withLock { $0.byName[name] }
    }

    /// The topic of that id.
    func topic(id: KafkaUUID) -> Topic? {
        state.withLock { $0.byID[id] }
    }

    /// All topics by name.
    var all: [Topic] {
        state.withLock { Array($0.byName.values) }.sorted { $0.name < $1.name }
    }

    /// All topics in no order, which tens of thousands of them take time to be put in.
    var unordered: [Topic] { state.withLock { Array($0.byName.values) } }

    /// Partitions of all topics.
    var partitionCount: Int { state.withLock { $0.partitionCount } }

    /// A topic whose name differs from `name` only in dots and underscores.
    func collision(with name: TopicName) -> TopicName? {
        state.withLock { $0.collisions[Topic.collisionKey(name)] }
    }

    /// Adds a topic, or puts a changed one in place of that with its id.
    func put(_ topic: Topic) {
        state.withLock { state in
            state.partitionCount += topic.partitions.count - (state.byID[topic.id]?.partitions.count ?? 0)
            state.byName[topic.name] = topic
            state.byID[topic.id] = topic
            state.collisions[Topic.collisionKey(topic.name)] = topic.name
        }
    }

    /// Takes a topic out.
    func remove(_ topic: Topic) {
        state.withLock { state in
            guard let known = state.byID.removeValue(forKey: topic.id) else { return }
            state.partitionCount -= known.partitions.count
            state.byName[topic.name] = nil
            state.collisions[Topic.collisionKey(topic.name)] = nil
        }
    }
}
