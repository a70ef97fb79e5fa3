/// The statements that the server keeps parsed for this connection, by their SQL.
struct PreparedStatements {
    private var names: [String: String] = [:]
    private var lastNumber = 0
    /// A program has so many texts of statements; more would be made from parts, and not come again.
    private let limit = 100

    func name(of sql: String) -> String? { names[sql] }

    /// A name for a statement that is to be kept; nil where no more are.
    mutating func newName() -> String? {
        guard names.count < limit else { return nil }
        lastNumber += 1
        return "statement_\(lastNumber)"
    }

    mutating func keep(_ sql: String, as name: String) {
        names[sql] = name
    }

    /// Names are never used twice: the server may still know the old ones.
    mutating func forgetAll() {
        names = [:]
    }
}
