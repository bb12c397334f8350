import Bytes
import KafkaClient
import KafkaWire
import Synchronization

/// A workload for the sandbox, through our own client as any application would do it: a shop writes `orders`, the group
/// `billing` turns them into `payments` and puts what it cannot book into `payments.dlt`, `customers` is a compacted
/// table, and the group `warehouse` is too slow. The records are the same for the same seed; rates are bounded.
final class Demo: Sendable {
    /// Orders a second.
    static let rate = 12
    /// Orders that are there from the beginning, spread over the minutes before.
    static let backlog = 1_500
    static let backlogMinutes: Int64 = 20
    /// Orders a second that the warehouse manages.
    static let slowRate = 10

    private let clusters: [Cluster]
    private let tasks: [Task<Void, Never>]

    private init(clusters: [Cluster], tasks: [Task<Void, Never>]) {
        self.clusters = clusters
        self.tasks = tasks
    }

    /// Creates the topics that are missing and starts to work; returns at once.
    static func start(on address: HostPort, seed: UInt64 = 4_711) throws(Failure) -> Demo {
        func cluster(_ name: String) throws(Failure) -> Cluster {
            try Attached.open(ClientConfiguration(bootstrap: [address], clientID: name))
        }
        let shop = try cluster("shop")
        let billing = [try cluster("billing-1"), try cluster("billing-2")]
        let warehouse = try cluster("warehouse-1")
        let ready = Task<Void, Never> { await DemoTopics.create(on: shop) }
        var tasks = [
            Task<Void, Never> {
                await ready.value
                var writer = DemoWriter(cluster: shop, seed: seed)
                await writer.run()
            }
        ]
        for member in billing {
            tasks.append(
                Task {
                    await ready.value
                    await DemoReaders.billing(on: member)
                })
        }
        tasks.append(
            Task {
                await ready.value
                await DemoReaders.warehouse(on: warehouse)
            })
        return Demo(clusters: [shop] + billing + [warehouse], tasks: tasks)
    }

    /// Cancels everything and waits until the members have left their groups, two seconds at most.
    func stop() {
        for task in tasks { task.cancel() }
        let tasks = tasks
        try? waitFor { () async throws(Failure) in
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for task in tasks { await task.value } }
                group.addTask { try? await Task.sleep(for: .seconds(2)) }
                await group.next()
                group.cancelAll()
            }
        }
        for cluster in clusters { cluster.close() }
    }
}

/// The demo's topics.
enum DemoTopics {
    static let orders: TopicName = "orders"
    static let payments: TopicName = "payments"
    static let customers: TopicName = "customers"
    static let deadLetters: TopicName = "payments.dlt"
    static let all: Set<TopicName> = [orders, payments, customers, deadLetters]

    /// Topics that exist stay as they are.
    static func create(on cluster: Cluster) async {
        let wanted: [(TopicName, Int32, [String: String])] = [
            (orders, 6, [:]), (payments, 3, [:]), (customers, 3, ["cleanup.policy": "compact"]), (deadLetters, 1, [:]),
        ]
        for (name, partitions, configs) in wanted {
            try? await cluster.createTopic(
                name, partitions: partitions, replicationFactor: 1, configs: configs, validateOnly: false)
        }
    }
}

/// The shop: first a backlog, then a steady rate.
struct DemoWriter {
    let cluster: Cluster
    let producer: Producer
    var shop: DemoShop

    init(cluster: Cluster, seed: UInt64) {
        self.cluster = cluster
        producer = Producer(cluster: cluster, codec: .lz4, linger: .milliseconds(20), idempotent: true)
        shop = DemoShop(seed: seed)
    }

    mutating func run() async {
        await writeBacklog()
        var turn = 0
        while !Task.isCancelled {
            let order = shop.order()
            await send(DemoTopics.orders, order.key, order.json, headers: ["source": "shop"])
            if turn % 6 == 0 {
                let change = shop.change()
                await send(DemoTopics.customers, change.key, change.json)
            }
            turn += 1
            try? await Task.sleep(for: .milliseconds(1000 / Demo.rate))
        }
    }

    private mutating func writeBacklog() async {
        let now = WallClock.milliseconds()
        let span = Demo.backlogMinutes * 60_000
        var customers: [(String, String?)] = []
        for number in 0..<DemoShop.customers {
            let customer = shop.customer(number)
            customers.append((customer.key, customer.json))
        }
        await sendAll(DemoTopics.customers, customers.map { ($0.0, $0.1, now - span) })
        var orders: [(String, String?, Int64)] = []
        for index in 0..<Demo.backlog {
            let order = shop.order()
            orders.append((order.key, order.json, now - span + span * Int64(index) / Int64(Demo.backlog)))
        }
        await sendAll(DemoTopics.orders, orders)
    }

    /// Records of a batch wait for their answers together, in pieces, so that no thousand tasks stand at once.
    private func sendAll(_ topic: TopicName, _ records: [(key: String, value: String?, at: Int64)]) async {
        var rest = records[...]
        while !rest.isEmpty, !Task.isCancelled {
            let piece = rest.prefix(100)
            rest = rest.dropFirst(100)
            await withTaskGroup(of: Void.self) { group in
                for record in piece {
                    group.addTask { [producer] in
                        _ = try? await producer.send(
                            topic: topic, key: ByteSlice(record.key), value: record.value.map { ByteSlice($0) },
                            timestamp: record.at)
                    }
                }
            }
        }
    }

    private func send(_ topic: TopicName, _ key: String, _ value: String?, headers: [String: String] = [:]) async {
        _ = try? await producer.send(
            topic: topic, key: ByteSlice(key), value: value.map { ByteSlice($0) },
            headers: headers.sorted { $0.key < $1.key }.map { Record.Header(key: $0.key, value: ByteSlice($0.value)) })
    }
}
