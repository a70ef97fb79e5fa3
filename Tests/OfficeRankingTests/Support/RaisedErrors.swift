import Migrations

/// What the SQL of guards and code raises as errors of this program.
enum RaisedErrors {
    struct Raise: Hashable, Comparable {
        let state: String
        let word: String

        static func < (one: Raise, other: Raise) -> Bool { (one.state, one.word) < (other.state, other.word) }
    }

    /// Each SQLSTATE with each word it is raised with.
    static func all() throws -> [Raise] {
        Set(try sql().matches(of: /errcode = '(RK[0-9]{3})',\s+message = '(\w+)'/).map(raise)).sorted()
    }

    /// How often an SQLSTATE of this program stands in the SQL, in whatever form.
    static func count() throws -> (states: Int, raises: Int) {
        let sql = try sql()
        return (
            sql.matches(of: /RK[0-9]{3}/).count,
            sql.matches(of: /errcode = '(RK[0-9]{3})',\s+message = '(\w+)'/).count
        )
    }

    private static func raise(_ match: Regex<(Substring, Substring, Substring)>.Match) -> Raise {
        Raise(state: String(match.1), word: String(match.2))
    }

    private static func sql() throws -> String {
        let scripts = try DatabaseScripts.shipped()
        return (scripts.migrations.map(\.sql) + (scripts.guards + scripts.code).map(\.sql)).joined()
    }
}
