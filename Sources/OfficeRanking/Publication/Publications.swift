public import Foundation
import Postgres
import RankingRules

/// A frozen, numbered result of a period that everybody may read.
public struct Publication: Sendable, Hashable {
    public let period: EvaluationPeriod
    /// Of the period: 1 is its first publication, a correction raises it.
    public let number: Int
    /// SHA-256 of the canonical text of the published run.
    public let digest: String
    public let publishedAt: Date
}

extension RankingDatabase {
    /// The publication in force of every published period, in the order of the periods.
    public func publications() async throws -> [Publication] {
        try await read { connection in
            let periods = try await connection.periods(where: "publication_number is not null")
            let rows = try await connection.query(
                """
                select publication_number, published_at from ranking.period
                where publication_number is not null order by half_year
                """)
            return try zip(periods, rows).map { period, row in
                guard let digest = period.digest else { throw RankingError.failed("a publication without a digest") }
                return Publication(
                    period: period, number: try row[0].decode(), digest: digest, publishedAt: try row[1].decode())
            }
        }
    }
}
