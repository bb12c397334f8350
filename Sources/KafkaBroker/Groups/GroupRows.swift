extension APITable {
    /// The APIs of consumer groups.
    static let groupRows: [APIRow] = []
}
