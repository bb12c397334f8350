import Foundation

/// How long it takes to create 100 topics of 3 partitions, one request each.
struct TopicsBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let subjects = try options.subjects()
        defer { for subject in subjects { subject.stop() } }
        for subject in subjects { _ = try subject.start() }
        var half: [String: Samples] = [:]
        var most: [String: Samples] = [:]
        for round in 1...(options.rounds ?? 3) {
            for subject in subjects {
                let client = try RawClient(subject.bootstrap)
                var times: [Double] = []
                for number in 0..<100 {
                    let start = Machine.seconds()
                    try Requests.create("round-\(round)-topic-\(number)", partitions: 3, on: client)
                    times.append((Machine.seconds() - start) * 1e3)
                }
                times.sort()
                half[subject.name, default: Samples()].values.append(times[50])
                most[subject.name, default: Samples()].values.append(times[99])
            }
        }
        print("creating 100 topics of 3 partitions, ms each: min / median / max of the rounds")
        printTable([("p50", half, 2), ("p100", most, 2)])
    }
}
