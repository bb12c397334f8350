import Testing

@testable import kdeck

@Suite struct DemoShopTests {
    @Test func theSameSeedGivesTheSameRecords() {
        var one = DemoShop(seed: 7)
        var two = DemoShop(seed: 7)
        var other = DemoShop(seed: 8)
        let orders = (0..<500).map { _ in one.order() }
        #expect(orders == (0..<500).map { _ in two.order() })
        #expect(orders != (0..<500).map { _ in other.order() })
        #expect(orders.map(\.id) == Array(DemoShop.firstOrder..<DemoShop.firstOrder + 500))
        #expect(one.change() == two.change())
    }

    @Test func aFewPaymentsFailAndAlwaysTheSame() {
        let bad = (0..<5_000).filter { DemoShop.payment(of: String($0), number: $0).problem != nil }
        #expect((50...150).contains(bad.count))
        #expect(bad == (0..<5_000).filter { DemoShop.payment(of: String($0), number: $0).problem != nil })
    }
}
