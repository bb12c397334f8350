import KafkaClient
import Terminal

/// What a pane shows before the first answer: whom is asked, and why nobody answers.
enum Waiting {
    static func draw(on area: inout GridArea, in context: PaneContext) {
        let known = context.view.metadata
        area.put("Asking \(context.console.address) …", x: 4, y: 2, style: .strong)
        guard let failure = known.failure else { return }
        for (line, text) in Explanation.wrap(failure, columns: area.width - 8).enumerated() {
            area.put(text, x: 4, y: 4 + line, style: .bad)
        }
        area.put("Trying again every two seconds. Nothing has to be pressed; q quits.", x: 4, y: 7, style: .dim)
    }
}

/// The invitation of a cluster without topics.
enum EmptyCluster {
    static func draw(on area: inout GridArea, in context: PaneContext) {
        let address = context.console.address
        var y = area.height >= 18 ? 2 : 0
        area.put(
            context.console.isSandbox
                ? "A Kafka is running here. Nothing else is needed." : "This cluster has no topics yet.",
            x: 4, y: y, style: .strong)
        y += 2
        area.put("bootstrap.servers", x: 4, y: y, style: .dim)
        area.put(address, x: 24, y: y, style: .accent)
        area.put("y copies it", x: max(44, 26 + TextWidth.of(address)), y: y, style: .dim)
        if context.console.isSandbox {
            y += 1
            area.put("data", x: 4, y: y, style: .dim)
            let data = context.console.dataDirectory ?? "in a temporary folder"
            let used = area.put(data, x: 24, y: y, style: Style(.text), cutTo: max(8, area.width - 26))
            let words = context.console.dataDirectory == nil ? "gone when you quit" : "kept when you quit"
            if 24 + used + 3 + 18 < area.width { area.put(words, x: max(56, 24 + used + 3), y: y, style: .dim) }
        }
        y += 2
        area.put("Talk to it from another terminal:", x: 4, y: y, style: .text)
        for line in [
            "echo hello | kcat -b \(address) -P -t greetings",
            "kcat -b \(address) -C -t greetings -o beginning",
        ] {
            y += 1
            area.put(line, x: 6, y: y, style: Style(.string), cutTo: area.width - 8)
        }
        y += 1
        let producer = area.put(
            "Producer({\"bootstrap.servers\": \"\(address)\"})", x: 6, y: y, style: Style(.string),
            cutTo: area.width - 8)
        if max(64, producer + 9) + 25 < area.width {
            area.put("Python, Java, Go, Node …", x: max(64, producer + 9), y: y, style: .dim)
        }
        y += 2
        var keys: [(String, String)] = []
        if !context.console.isReadOnly { keys.append(("n", "new topic")) }
        if context.console.hasDemo, !context.console.isReadOnly {
            keys.append(("g", "start a demo: orders, payments, a slow consumer, dead letters"))
        }
        keys += [(":", "every command"), ("?", "the keys of this screen")]
        for (key, words) in keys {
            area.put(key, x: 6, y: y, style: .accent)
            area.put(words, x: 10, y: y, style: .text)
            y += 1
        }
    }
}
