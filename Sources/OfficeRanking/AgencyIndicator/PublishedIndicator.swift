public import Foundation
import Postgres
public import RankingRules

/// A published sheet. Its bytes never change.
public struct PublishedIndicator: Sendable {
    public let agency: String
    public let year: Int
    /// 1 for the first sheet; each correction adds one.
    public let number: Int
    public let cutOff: Day
    /// The newest revision whose facts the sheet may use.
    public let revision: Int
    public let bytes: Data
    /// SHA-256 of the bytes in hexadecimal.
    public let digest: String
    public let publishedAt: Date
    public let rulesVersion: Int
    public let rulesHash: String

    public var sheet: IndicatorSheet {
        get throws { try IndicatorSheet(bytes: bytes) }
    }
}

extension RankingDatabase {
    /// Computes the sheet of an agency by the newest adopted rules of the year and publishes it, in one act. The same
    /// sheet again changes nothing.
    /// - Parameter cutOff: the last day of the evaluated year if not given.
    @discardableResult
    public func publishIndicator(of agency: String, year: Int, cutOff: Day? = nil) async throws -> PublishedIndicator {
        try await act { connection in
            // No other transaction gets a revision before the sheet is stored, so all queries see the same facts.
            let revision = try await connection.query("select ranking.begin_indicator_sheet()")[0].decode(Int.self)
            let rules = try await connection.indicatorRules(year: year, item: "1/8").rules
            let indicator = try await connection.indicator(of: agency, rules, cutOff: cutOff, revision: revision)
            let bytes = [UInt8](try indicator.sheet.bytes)
            let number = try await connection.query(
                """
                select ranking.publish_indicator_sheet(\(agency), \(rules.hash), \(rules.item), \(year)::integer,
                    \(indicator.cutOff)::date, \(revision)::bigint, \(bytes))
                """)[0].decode(Int.self)
            return try await connection.publishedIndicator(agency, year, number: number)
        }
    }

    /// The newest published sheet, or the one with the given number.
    public func publishedIndicator(
        _ agency: String, _ year: Int, number: Int? = nil
    ) async throws -> PublishedIndicator {
        try await read { try await $0.publishedIndicator(agency, year, number: number) }
    }

    /// The newest published sheet of each agency in a year, by agency code.
    public func publishedIndicators(_ year: Int) async throws -> [PublishedIndicator] {
        try await read { connection in
            try await connection.query(
                """
                select distinct on (agency collate "C") agency, number, cut_off_on, revision, sheet, digest,
                    published_at, rules_version, rules_hash
                from ranking.indicator_sheet where year = \(year)::integer and item = '1/8'
                order by agency collate "C", number desc
                """
            ).map { try PublishedIndicator($0, year) }
        }
    }
}

extension PostgresConnection {
    fileprivate func publishedIndicator(
        _ agency: String, _ year: Int, number: Int?
    ) async throws -> PublishedIndicator {
        let rows = try await query(
            """
            select agency, number, cut_off_on, revision, sheet, digest, published_at, rules_version, rules_hash
            from ranking.indicator_sheet
            where agency = \(agency) and year = \(year)::integer and item = '1/8'
                and number = coalesce(\(number)::integer, number)
            order by number desc limit 1
            """)
        guard let row = rows.first else { throw RankingError.unknownIndicatorSheet("\(agency) \(year)") }
        return try PublishedIndicator(row, year)
    }
}

extension PublishedIndicator {
    fileprivate init(_ row: PostgresRow, _ year: Int) throws {
        self.init(
            agency: try row["agency"], year: year, number: try row["number"], cutOff: try row["cut_off_on"],
            revision: try row["revision"], bytes: Data(try row["sheet"] as [UInt8]), digest: try row["digest"],
            publishedAt: try row["published_at"], rulesVersion: try row["rules_version"],
            rulesHash: try row["rules_hash"])
    }
}
