import Configuration
import Testing

@Suite struct PropertiesDocumentTests {
    @Test func `entries are read as Java reads them`() {
        let document = PropertiesDocument(
            """
            # a comment
            ! another
            a=1
              b : two words \r
            c three
            long = one,\\
                   two,\\
                   three
            key\\ with\\:marks = x\\ty\\u00e4\\\\
            empty

            last=\\
            """)
        #expect(
            document.entries.map { "\($0.line) \($0.key)=\($0.value)" } == [
                "3 a=1", "4 b=two words ", "5 c=three", "6 long=one,two,three", "9 key with:marks=x\tyä\\",
                "10 empty=", "12 last=",
            ])
    }

    @Test(arguments: ["", "\\", "=", "\\u12", "a\\", "\r\n\r\n", "#", "\\\n\\\n"])
    func `any text is a properties file`(text: String) {
        #expect(PropertiesDocument(text).entries.count <= 1)
    }
}
