import Synchronization

/// A value that two threads share in a test.
final class Box<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var value: Value { state.withLock { $0 } }
    func set(_ value: Value) { state.withLock { $0 = value } }
    func update<R: Sendable>(_ body: @Sendable (inout Value) -> R) -> R {
        state.withLock { state in body(&state) }
    }
}
