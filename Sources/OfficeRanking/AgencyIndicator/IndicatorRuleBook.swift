import Postgres
public import RankingRules

/// Adopted rules of the agency indicator.
public struct AdoptedIndicatorRules: Sendable {
    public let rules: IndicatorRules
    /// The file they were adopted from.
    public let document: String
}

extension RankingDatabase {
    /// Adopts rules from their file. The same rules again change nothing. Throws `invalid` with every fault.
    @discardableResult
    public func adoptIndicatorRules(document text: String) async throws -> AdoptedIndicatorRules {
        let document = IndicatorDocument.read(text)
        guard let rules = document.rules else { throw RankingError.invalid(document.faults.map(\.sentence)) }
        try await act { connection in
            try await connection.query(
                """
                select ranking.adopt_indicator_rules(
                    \(rules.item), \(rules.year)::integer, \(rules.version)::integer, \(rules.canonicalText), \(text))
                """)
        }
        return AdoptedIndicatorRules(rules: rules, document: text)
    }

    /// The newest adopted rules of a year.
    public func indicatorRules(year: Int, item: String = "1/8") async throws -> AdoptedIndicatorRules {
        try await read { try await $0.indicatorRules(year: year, item: item) }
    }
}

extension PostgresConnection {
    /// Reads adopted rules from their own file and compares them with their frozen hash.
    func indicatorRules(year: Int, item: String) async throws -> AdoptedIndicatorRules {
        let rows = try await query(
            """
            select document, hash from ranking.indicator_rules where year = \(year)::integer and item = \(item)
            order by version desc limit 1
            """)
        guard let (document, hash) = try rows.first?.decode((String, String).self) else {
            throw RankingError.unknownIndicatorRules("\(item) \(year)")
        }
        guard let rules = IndicatorDocument.read(document).rules, rules.hash == hash else {
            throw RankingError.failed("the indicator rules of \(year) do not have their hash")
        }
        return AdoptedIndicatorRules(rules: rules, document: document)
    }
}
