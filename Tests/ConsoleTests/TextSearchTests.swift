import Testing

@testable import Console

@Suite struct TextSearchTests {
    @Test func textIsFoundWhereverItStands() {
        #expect("compact,delete".holds("delete"))
        #expect("compact,delete".holds("compact"))
        #expect("aab".holds("ab"))
        #expect("anything".holds(""))
        #expect(!"".holds("a"))
        #expect(!"delet".holds("delete"))
        #expect("東京-orders".holds("京-"))
    }

    @Test func everyPlaceIsSwapped() {
        #expect("a · b · c".swapping(" · ", for: " ") == "a b c")
        #expect("aaaa".swapping("aa", for: "b") == "bb")
        #expect("kept".swapping("", for: "x") == "kept")
        #expect("none".swapping("z", for: "x") == "none")
    }
}
