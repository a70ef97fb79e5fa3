public import Postgres

extension PostgresQuery.StringInterpolation {
    /// Splices what a test has made up.
    public mutating func appendInterpolation(unescaped sql: String) {
        appendInterpolation(PostgresQuery(unsafeSQL: sql))
    }
}
