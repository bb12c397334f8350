/// A value that belongs to one loop, on its way through other threads: it can be carried anywhere and opened on that loop
/// only.
///
/// `@unchecked Sendable` is proved by `value(on:)`: an `EventLoop` is not Sendable, so whoever holds one is on its thread,
/// and any other loop than the value's own traps.
public struct LoopBound<Value>: @unchecked Sendable {
    private let content: Value
    private let loop: ObjectIdentifier

    /// Binds `value` to `loop`, the one this thread runs.
    public init(_ value: Value, to loop: EventLoop) {
        content = value
        self.loop = ObjectIdentifier(loop)
    }

    /// The value. Traps on another loop: a programmer's error.
    public func value(on loop: EventLoop) -> Value {
        precondition(ObjectIdentifier(loop) == self.loop, "a value opened on another loop than its own")
        return content
    }
}
