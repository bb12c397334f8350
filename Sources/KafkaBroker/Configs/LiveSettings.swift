import Synchronization

/// The broker-wide settings as they stand: what the broker was started with, and what was altered since. Read from any
/// thread; changed under the engine's administration lock.
final class LiveSettings: Sendable {
    /// What was altered, by name: for the whole cluster, and for this broker (which counts more).
    struct Altered: Sendable, Equatable {
        var cluster: [String: String] = [:]
        var broker: [String: String] = [:]
    }

    private struct State {
        var altered = Altered()
        var configuration: BrokerConfiguration
    }

    private let start: BrokerConfiguration
    private let state: Mutex<State>

    init(_ configuration: BrokerConfiguration) {
        start = configuration
        state = Mutex(State(configuration: configuration))
    }

    /// The configuration with what was altered.
    var configuration: BrokerConfiguration { state.withLock { $0.configuration } }

    /// What was altered.
    var altered: Altered { state.withLock { $0.altered } }

    /// Puts other values in place of what was altered. Values that are not understood (stored by another version) are
    /// passed over.
    func replace(_ altered: Altered) {
        var configuration = start
        for (name, value) in altered.cluster.merging(altered.broker, uniquingKeysWith: { $1 }) {
            guard let config = BrokerConfigs.config(name), config.update != .readOnly,
                config.definition.complaint(about: value) == nil, case .property(_, let write) = config.place
            else { continue }
            write(&configuration, value)
        }
        state.withLock { state in
            state.altered = altered
            state.configuration = configuration
        }
    }

    /// The values of one setting's family (milliseconds, minutes, hours), the strongest first, each as it was given.
    func layers(of names: [String]) -> [ConfigLayer] {
        let altered = altered
        var layers: [ConfigLayer] = []
        for (values, source) in [(altered.broker, ConfigSource.broker), (altered.cluster, .cluster)] {
            for name in names {
                if let value = values[name] { layers.append(ConfigLayer(name: name, value: value, source: source)) }
            }
        }
        for name in names {
            if let value = started(name) { layers.append(ConfigLayer(name: name, value: value, source: .atStart)) }
        }
        for name in names {
            if let value = BrokerConfigs.config(name)?.definition.defaultValue {
                layers.append(ConfigLayer(name: name, value: value, source: .standard))
            }
        }
        return layers
    }

    /// The value that the broker was started with; nil when nobody gave one.
    private func started(_ name: String) -> String? {
        if let value = start.given[name] { return value }
        guard let config = BrokerConfigs.config(name), case .property(let read, _) = config.place else { return nil }
        let value = read(start)
        return value == config.definition.defaultValue ? nil : value
    }
}

/// Where the value of a setting comes from, in Kafka's numbers.
enum ConfigSource: Int8, Sendable {
    /// Given to the topic.
    case topic = 1
    /// Altered for this broker.
    case broker = 2
    /// Altered for all brokers.
    case cluster = 3
    /// Given at start.
    case atStart = 4
    /// Nobody gave one.
    case standard = 5
}

/// One value of a setting, and whose it is.
struct ConfigLayer: Sendable, Equatable {
    var name: String
    var value: String
    var source: ConfigSource
}
