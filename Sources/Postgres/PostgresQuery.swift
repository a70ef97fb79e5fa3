/// One SQL statement, or a part of one, with its bound values: `"\(value)"` becomes `$1`. Another query is spliced in
/// with its own values, whose numbers continue.
///
/// Values are sent as text without a type, and the server infers the type from their position. If it cannot, write a
/// cast: `"select \(5)::int"`. SQL text that is spliced in is part of the source code, never text from outside.
public struct PostgresQuery: Sendable, Hashable {
    public let sql: String
    /// The parameters in text form; nil is NULL.
    public let binds: [String?]
    /// The offset of each parameter in the UTF-8 of `sql`, in their order.
    private let parameters: [Int]

    /// SQL that is only known at run time. It must not contain anything from outside.
    package init(unsafeSQL sql: String) {
        self.init(sql, [], [])
    }

    private init(_ sql: String, _ binds: [String?], _ parameters: [Int]) {
        (self.sql, self.binds, self.parameters) = (sql, binds, parameters)
    }
}

extension PostgresQuery: ExpressibleByStringInterpolation {
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var sql = ""
        fileprivate var binds: [String?] = []
        fileprivate var parameters: [Int] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + interpolationCount * 3)
            binds.reserveCapacity(interpolationCount)
            parameters.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            sql += literal
        }

        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            append(value.postgresText)
        }

        /// Binds nil as NULL. Without this overload the compiler warns of every optional in an interpolation.
        public mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
            append(value?.postgresText)
        }

        /// Splices another query; its parameters get the next numbers.
        public mutating func appendInterpolation(_ query: PostgresQuery) {
            let text = Array(query.sql.utf8)
            var start = 0
            for (index, parameter) in query.parameters.enumerated() {
                sql += String(decoding: text[start..<parameter], as: UTF8.self)
                append(query.binds[index])
                start = parameter + "$\(index + 1)".utf8.count
            }
            sql += String(decoding: text[start...], as: UTF8.self)
        }

        /// Splices a name or clause of the source code unchanged.
        public mutating func appendInterpolation(unescaped sql: StaticString) {
            self.sql += sql.description
        }

        private mutating func append(_ bind: String?) {
            binds.append(bind)
            parameters.append(sql.utf8.count)
            sql += "$\(binds.count)"
        }
    }

    public init(stringLiteral sql: String) {
        self.init(sql, [], [])
    }

    public init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.sql, stringInterpolation.binds, stringInterpolation.parameters)
    }
}

extension PostgresQuery: CustomStringConvertible {
    /// The SQL without the bound values, which may be personal.
    public var description: String { sql }
}

/// A name in double quotes, so that it can only be a name.
func quotedName(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
}

/// A table's name, with or without its schema and a dot.
func quotedTable(_ name: String) -> String {
    name.split(separator: ".", omittingEmptySubsequences: false).map { quotedName(String($0)) }.joined(separator: ".")
}
