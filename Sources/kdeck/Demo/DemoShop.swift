import Bytes

/// What the demo's shop sells and to whom: a stream of orders that one seed decides.
struct DemoShop: Sendable {
    struct Order: Sendable, Equatable {
        var id: Int
        var customer: Int
        var country: String
        var item: String
        var quantity: Int
        /// In cents.
        var total: Int

        var key: String { String(id) }
        var json: String {
            "{\"id\":\(id),\"customer\":{\"id\":\(customer),\"country\":\"\(country)\"},"
                + "\"items\":[{\"sku\":\"\(item)\",\"quantity\":\(quantity)}],\"total\":\(DemoShop.money(total))}"
        }
    }

    static let countries = ["PT", "DE", "FR", "ES", "NL", "SE", "PL", "IT", "JP", "BR"]
    static let items = [
        "espresso-cup", "moka-pot", "grinder", "kettle", "filter-100", "beans-1kg", "milk-jug", "scale",
    ]
    static let names = ["Ana", "Björn", "Chloé", "Diego", "Eva", "Fumiko 文子", "Giulia", "Hanna", "Inês", "Jan"]
    static let firstOrder = 4_000
    static let customers = 120

    private var chance: SplitMix64
    private(set) var next = DemoShop.firstOrder

    init(seed: UInt64) { chance = SplitMix64(seed: seed) }

    mutating func order() -> Order {
        defer { next += 1 }
        let customer = chance.below(DemoShop.customers)
        let quantity = 1 + chance.below(3)
        return Order(
            id: next, customer: customer, country: DemoShop.countries[customer % DemoShop.countries.count],
            item: DemoShop.items[chance.below(DemoShop.items.count)], quantity: quantity,
            total: quantity * (490 + chance.below(12_000)))
    }

    /// The current state of a customer, for the compacted table; every call may change it.
    mutating func customer(_ number: Int) -> (key: String, json: String) {
        let tier = ["basic", "silver", "gold"][chance.below(3)]
        let name = DemoShop.names[number % DemoShop.names.count]
        return (
            "customer-\(number)",
            "{\"id\":\(number),\"name\":\"\(name)\",\"country\":\"\(DemoShop.countries[number % 10])\",\"tier\":\"\(tier)\"}"
        )
    }

    /// A customer who changes, or leaves (a record without a value) once in a while.
    mutating func change() -> (key: String, json: String?) {
        let number = chance.below(DemoShop.customers)
        if chance.below(40) == 0 { return ("customer-\(number)", nil) }
        let (key, json) = customer(number)
        return (key, json)
    }

    /// The payment of an order; about one in fifty cannot be booked. The order's own number decides, so that every reader
    /// of the topic comes to the same end.
    static func payment(of order: String, number: Int) -> (json: String, problem: String?) {
        let isBad = (number &* 2_654_435_761) % 53 == 0
        let method = ["card", "transfer", "wallet"][number % 3]
        return (
            "{\"order\":\(order),\"method\":\"\(method)\",\"status\":\"\(isBad ? "rejected" : "booked")\"}",
            isBad ? "card issuer answered 91: try again later" : nil
        )
    }

    private static func money(_ cents: Int) -> String {
        "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
    }
}
