import KafkaWire

/// The versions that clients of older Kafkas meet, by release (`clients/src/main/resources/common/message` of each).
enum OldKafka {
    /// The releases that can be pretended.
    static let releases = ["2.8", "3.3", "3.9"]

    /// The ranges of a release; nil for one that is not here.
    static func ranges(_ release: String) -> [APIKey: ClosedRange<Int16>]? {
        guard let column = releases.firstIndex(of: release) else { return nil }
        var ranges: [APIKey: ClosedRange<Int16>] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 4, let key = Int16(words[0]), let highest = Int16(words[column + 1]), highest >= 0
            else { continue }
            ranges[APIKey(rawValue: key)] = 0...highest
        }
        return ranges
    }

    /// The number of an API and its highest version in each release; -1 where it is not there yet.
    private static let table = """
        0 9 9 11
        1 12 13 17
        2 6 7 9
        3 11 12 12
        8 8 8 9
        9 7 8 9
        10 3 4 6
        11 7 9 9
        12 4 4 4
        13 4 5 5
        14 5 5 5
        15 5 5 5
        16 4 4 5
        17 1 1 1
        18 3 3 4
        19 7 7 7
        20 6 6 6
        21 2 2 2
        22 4 4 5
        23 4 4 4
        24 3 3 5
        25 3 3 4
        26 3 3 4
        27 1 1 1
        28 3 3 4
        29 2 3 3
        30 2 3 3
        31 2 3 3
        32 4 4 4
        33 2 2 2
        34 2 2 2
        35 2 4 4
        36 2 2 2
        37 3 3 3
        42 2 2 2
        43 2 2 2
        44 1 1 1
        45 0 0 0
        46 0 0 0
        47 0 0 0
        48 1 1 1
        49 1 1 1
        50 0 0 0
        51 0 0 0
        57 0 1 1
        60 0 0 1
        61 0 0 0
        65 -1 0 0
        66 -1 0 1
        68 -1 -1 0
        69 -1 -1 0
        75 -1 -1 0
        """
}
