/// One SQL statement with its bound values: `"\(value)"` becomes `$1`, `"\(unescaped: name)"` is spliced as it stands.
///
/// Values travel as text without a type, so the server infers the type from where they stand; where it cannot,
/// write a cast: `"select \(5)::int"`.
public struct PostgresQuery: Sendable, Hashable {
    public var sql: String
    /// One entry a parameter, in text form; nil is NULL.
    public var binds: [String?]

    public init(unsafeSQL sql: String, binds: [(any PostgresEncodable)?] = []) {
        self.sql = sql
        self.binds = binds.map { $0?.postgresText }
    }

    init(sql: String, binds: [String?]) {
        self.sql = sql
        self.binds = binds
    }
}

extension PostgresQuery: ExpressibleByStringInterpolation {
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var sql = ""
        var binds: [String?] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + interpolationCount * 3)
            binds.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            sql += literal
        }

        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            binds.append(value.postgresText)
            sql += "$\(binds.count)"
        }

        /// Binds nil as NULL. Without this overload the compiler warns of every optional in an interpolation.
        public mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
            binds.append(value?.postgresText)
            sql += "$\(binds.count)"
        }

        /// Splices a trusted name or clause; never text from outside.
        public mutating func appendInterpolation(unescaped name: String) {
            sql += name
        }
    }

    public init(stringLiteral sql: String) {
        self.init(sql: sql, binds: [])
    }

    public init(stringInterpolation: StringInterpolation) {
        self.init(sql: stringInterpolation.sql, binds: stringInterpolation.binds)
    }
}

extension PostgresQuery: CustomStringConvertible {
    /// The SQL without the bound values, which may be personal.
    public var description: String { sql }
}

/// A name in double quotes, so that it cannot be anything but a name.
func quotedName(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
}

/// A table's name, with or without its schema and a dot.
func quotedTable(_ name: String) -> String {
    name.split(separator: ".", omittingEmptySubsequences: false).map { quotedName(String($0)) }.joined(separator: ".")
}
