/// Statements that the server keeps parsed for this connection, by their SQL.
struct PreparedStatements {
    private var names: [String: String] = [:]
    private var lastNumber = 0
    /// More statements than a program has; if there are more, they are composed at run time and will not come again.
    private let limit = 100

    func name(of sql: String) -> String? { names[sql] }

    /// A name for a statement to keep; nil if no more are kept.
    mutating func newName() -> String? {
        guard names.count < limit else { return nil }
        lastNumber += 1
        return "statement_\(lastNumber)"
    }

    mutating func keep(_ sql: String, as name: String) {
        names[sql] = name
    }

    /// Names are never used twice, because the server may still know the old ones.
    mutating func forgetAll() {
        names = [:]
    }
}
