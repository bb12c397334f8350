import Foundation

/// One figure of the console: what it is here, what it is at the peers, what it should be.
struct Figure {
    /// A program beside which kdeck is measured.
    struct Peer {
        var name: String
        var text: String
    }

    /// The number of the goal: `C1`.
    var goal: String
    /// What is measured.
    var title: String
    /// What kdeck needs.
    var kdeck: String
    /// What the others need for the same.
    var peers: [Peer] = []
    /// What it should be, in words; empty when the figure is told for its own sake.
    var wanted = ""
    /// Whether it is so; nil when nothing is wanted.
    var isMet: Bool?

    /// A figure with a bound that the value must not pass.
    static func atMost(
        _ bound: Double, _ value: Double, _ unit: String, _ goal: String, _ title: String, digits: Int = 1,
        detail: String = "", peers: [Peer] = []
    ) -> Figure {
        Figure(
            goal: goal, title: title, kdeck: text(value, digits, unit) + detail, peers: peers,
            wanted: "<= \(bound.formatted(.number.grouping(.never))) \(unit)", isMet: value <= bound)
    }

    /// A figure with a bound that the value must reach.
    static func atLeast(
        _ bound: Double, _ value: Double, _ unit: String, _ goal: String, _ title: String, digits: Int = 2,
        detail: String = "", peers: [Peer] = []
    ) -> Figure {
        Figure(
            goal: goal, title: title, kdeck: text(value, digits, unit) + detail, peers: peers,
            wanted: ">= \(bound.formatted(.number.grouping(.never))) \(unit)", isMet: value >= bound)
    }

    static func text(_ value: Double, _ digits: Int, _ unit: String) -> String {
        String(format: "%.\(digits)f", value) + " " + unit
    }

    /// Prints figures as a table, each with the verdict.
    static func print(_ figures: [Figure]) {
        func row(_ cells: [String]) {
            let widths = [4, 55, 25, 16, 8]
            let padded = zip(cells, widths).map {
                $0.0.padding(toLength: max($0.1, $0.0.count), withPad: " ", startingAt: 0)
            }
            Swift.print((padded + [cells.last ?? ""]).joined(separator: " "))
        }
        row(["goal", "figure", "kdeck", "wanted", "", "peers"])
        for figure in figures {
            row([
                figure.goal, figure.title, figure.kdeck, figure.wanted,
                figure.isMet.map { $0 ? "met" : "MISSED" } ?? "",
                figure.peers.map { "\($0.name) \($0.text)" }.joined(separator: ", "),
            ])
        }
    }
}
