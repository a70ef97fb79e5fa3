import Postgres
import RankingRules

/// The input of a run: the census, its scheme, and the schemes of earlier declarations.
struct FrozenPeriod: Sendable {
    let period: EvaluationPeriod
    let censusID: Int
    /// The revision up to which amendments are read; nil means all.
    let factsUpTo: Int?
    let scheme: AdoptedScheme
    /// Schemes with their numbers in the database, in the order of the engine's indices.
    let earlierSchemes: [AdoptedScheme]

    func engine() -> ScoringEngine {
        ScoringEngine(
            scheme: scheme.scheme, halfYear: period.halfYear, censusDay: period.censusOn,
            earlierSchemes: earlierSchemes.map(\.scheme))
    }
}

/// A period with the scheme numbers and revisions that lead to its facts, read at once.
struct PeriodOfRun: Sendable {
    /// The period with its current run, or with the run of a publication.
    let period: EvaluationPeriod
    /// The newest amendment that this run has read.
    let factsRevision: Int?
    /// The number and hash of every scheme that a period has.
    let schemes: [(id: Int, hash: String)]
}

extension PostgresConnection {
    nonisolated(nonsending) func periodOfRun(_ halfYear: HalfYear, number: Int? = nil) async throws -> PeriodOfRun {
        let rows = try await query(
            """
            with schemes as (
                select id, hash from ranking.scheme
                where id in (select scheme_id from ranking.period where scheme_id is not null)
            ), published as (
                select period_id, run_id, digest from ranking.publication where number = \(number)::integer
            )
            select \(EvaluationPeriod.columns),
                (select run_id from published where period_id = p.id) as published_run,
                (select digest from published where period_id = p.id) as published_digest,
                (select facts_revision from ranking.run
                 where id = coalesce((select run_id from published where period_id = p.id), p.run_id)) as facts_revision,
                array(select id from schemes order by id) as scheme_ids,
                array(select hash from schemes order by id) as scheme_hashes
            from ranking.period p where half_year = \(halfYear.description)
            """)
        guard let row = rows.first else { throw RankingError.unknownPeriod(halfYear.description) }
        var period = try EvaluationPeriod(row: row)
        if let number {
            guard let run: Int = try row["published_run"] else {
                throw RankingError.unknownPublication("\(halfYear) \(number)")
            }
            period.runID = run
            period.digest = try row["published_digest"]
        }
        let (ids, hashes): ([Int], [String]) = try (row["scheme_ids"], row["scheme_hashes"])
        return PeriodOfRun(
            period: period, factsRevision: try row["facts_revision"],
            schemes: zip(ids, hashes).map { (id: $0, hash: $1) })
    }

    /// The period with its frozen census and the amendments that its run has read, or all of them.
    nonisolated(nonsending) func frozenPeriod(
        _ found: PeriodOfRun, readingAllAmendments: Bool, _ cache: SchemeCache
    ) async throws -> FrozenPeriod {
        let period = found.period
        let schemes = try await schemes(found.schemes, cache)
        guard let censusID = period.censusID, let scheme = schemes.first(where: { $0.id == period.schemeID }) else {
            throw RankingError.wrongPeriodState(change: "\(period.state.rawValue) → ranked")
        }
        return FrozenPeriod(
            period: period, censusID: censusID, factsUpTo: readingAllAmendments ? nil : found.factsRevision,
            scheme: scheme, earlierSchemes: schemes)
    }
}
