/// What a control batch says: the end of a transaction.
struct ControlMarker {
    var commits: Bool
    var coordinatorEpoch: Int32

    /// The marker in the payload of a control batch, or nil when it is another kind of control record.
    init?(_ payload: UnsafeRawBufferPointer) {
        // Length, attributes, timestamp delta, offset delta, then the key of 4 bytes: version and type. The fields in
        // front are varints; the walk over them ends at the key's length byte, 8 (zigzag of 4).
        var at = 0
        func skipVarint() {
            while at < payload.count, payload[at] >= 0x80 { at += 1 }
            at += 1
        }
        skipVarint()
        at += 1
        skipVarint()
        skipVarint()
        guard at < payload.count, payload[at] == 8, at + 5 <= payload.count else { return nil }
        let kind = UInt16(payload[at + 3]) << 8 | UInt16(payload[at + 4])
        guard kind <= 1 else { return nil }
        commits = kind == 1
        at += 5
        coordinatorEpoch = -1
        // The value: version, then the coordinator's epoch.
        if at + 7 <= payload.count, payload[at] >= 12 {
            var epoch: UInt32 = 0
            for index in 3..<7 { epoch = epoch << 8 | UInt32(payload[at + index]) }
            coordinatorEpoch = Int32(bitPattern: epoch)
        }
    }
}
