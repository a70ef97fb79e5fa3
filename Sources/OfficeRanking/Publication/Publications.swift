public import Foundation
import Postgres
public import RankingRules

/// A frozen, numbered result of a period that is open to the public.
public struct Publication: Sendable, Hashable {
    /// The period with the run and the digest of this publication.
    public let period: EvaluationPeriod
    /// The number within the period: 1 for the first publication, one more for each correction.
    public let number: Int
    /// SHA-256 of the canonical text of the published run.
    public let digest: String
    public let publishedAt: Date
    /// The reason of a correction; nil for number 1.
    public let reason: String?
    /// True if the period has no publication with a higher number.
    public let isCurrent: Bool
    /// True if a later half-year was published earlier.
    public let isLate: Bool
    /// True if its ranks hold today: the highest number of the latest half-year.
    public let isInForce: Bool
}

extension RankingDatabase {
    /// Every publication, by period and number.
    public func publications() async throws -> [Publication] {
        try await read { connection in
            let periods = try await connection.periods(where: "publication_number is not null")
            let byID = Dictionary(uniqueKeysWithValues: periods.map { ($0.id, $0) })
            return try await connection.query(
                """
                select period_id, number, run_id, digest, published_at, reason, is_current, is_late,
                    is_in_force
                from ranking.publication order by half_year, number
                """
            ).compactMap { row in
                guard var period = byID[try row["period_id"]] else { return nil }
                let digest: String = try row["digest"]
                period.runID = try row["run_id"]
                period.digest = digest
                return Publication(
                    period: period, number: try row["number"], digest: digest, publishedAt: try row["published_at"],
                    reason: try row["reason"], isCurrent: try row["is_current"], isLate: try row["is_late"],
                    isInForce: try row["is_in_force"])
            }
        }
    }

    /// The canonical text of a publication, for accounts that may read the facts of every province.
    /// - Parameter number: nil means the current publication.
    public func publishedText(of halfYear: HalfYear, number: Int? = nil) async throws -> [UInt8] {
        try await ask("select ranking.published_text(\(halfYear.description), \(number)::integer)")[0].decode()
    }
}
