import KafkaWire
import Testing

struct ErrorCodeTests {
    @Test func `every code says in one sentence what to do`() {
        #expect(ErrorCode.allCases.count == 135)
        for code in ErrorCode.allCases {
            #expect(code.advice.hasSuffix("."), "\(code)")
            #expect(code.advice.count > 10, "\(code)")
            #expect(!code.advice.dropLast().contains(". "), "\(code): one sentence")
        }
    }

    @Test func `a number without a name is shown as what it is`() {
        let unknown = ErrorCode(rawValue: 31_000)
        #expect(unknown.name == "ERROR 31000")
        #expect(!unknown.isRetriable)
        #expect(ErrorCode(rawValue: .min).name == "ERROR -32768")
    }
}
