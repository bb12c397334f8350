import Bytes
import KafkaWire

/// What a query looks at: a record whose bytes are lent for the time of the look.
struct RecordContent {
    /// Where headers are read from, and only if an expression asks for them.
    enum Headers {
        case read([Record.Header])
        /// Still in the batch.
        case packed(RecordCursor.View, ByteSlice)
    }

    var partition: Int32
    var offset: Int64
    var timestamp: Int64
    /// Nil for null.
    var key: UnsafeRawBufferPointer?
    /// Nil for null.
    var value: UnsafeRawBufferPointer?
    var headers: Headers

    /// The values of the headers of that name.
    func headers(named name: String) -> [ByteSlice?] {
        let all: [Record.Header]
        switch headers {
        case .read(let headers): all = headers
        case .packed(let view, let owner): all = (try? RecordCursor.headers(of: view, in: owner)) ?? []
        }
        // Kafka's names are equal by bytes.
        return all.filter { $0.key.utf8.elementsEqual(name.utf8) }.map(\.value)
    }
}
