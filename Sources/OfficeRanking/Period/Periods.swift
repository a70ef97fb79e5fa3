import Postgres
public import RankingRules

/// An evaluation period as it stands now.
public struct EvaluationPeriod: Sendable, Hashable {
    public let id: Int
    public let halfYear: HalfYear
    public let censusOn: Day
    public let state: State
    public let schemeID: Int?
    public let schemeCode: String?
    public let schemeVersion: Int?
    public let schemeHash: String?
    public let schemeTitle: LocalizedText?
    public let isSample: Bool
    public let censusID: Int?
    /// The current run; for a published result, the run of that publication.
    public internal(set) var runID: Int?
    /// SHA-256 of the canonical text of that run.
    public internal(set) var digest: String?

    public enum State: String, Sendable, CaseIterable {
        case planned
        case open
        case closed
        case ranked
        case preview
        case published
    }
}

extension RankingDatabase {
    /// Plans a half-year; the census date is its last day if not given.
    public func planPeriod(_ halfYear: HalfYear, censusOn: Day? = nil) async throws {
        let (first, last) = (halfYear.firstDay.dayNumber, halfYear.lastDay.dayNumber)
        try await act { connection in
            try await connection.query(
                """
                select ranking.plan_period(\(halfYear.description), \(first.description), \(last.description),
                    \((censusOn ?? last).description))
                """)
        }
    }

    public func openPeriod(_ halfYear: HalfYear, scheme code: String, version: Int) async throws {
        try await act { connection in
            try await connection.query("select ranking.open_period(\(halfYear.description), \(code), \(version))")
        }
    }

    /// Closes a period and freezes its census. Waits for running imports.
    public func closePeriod(_ halfYear: HalfYear) async throws {
        try await act { connection in
            try await connection.withoutStatementTimeout()
            try await connection.query("select ranking.close_period(\(halfYear.description))")
            await TestPoint.closeBeforeCommit.reach()
        }
        await TestPoint.closeAfterCommit.reach()
    }

    /// Opens a closed or ranked period again; the old run is kept as superseded.
    public func reopenPeriod(_ halfYear: HalfYear, reason: String) async throws {
        try await act { connection in
            try await connection.query("select ranking.reopen_period(\(halfYear.description), \(reason))")
        }
    }

    public func periods() async throws -> [EvaluationPeriod] {
        try await read { try await $0.periods(where: "true") }
    }

    public func period(_ halfYear: HalfYear) async throws -> EvaluationPeriod {
        try await read { try await $0.period(halfYear) }
    }
}

extension PostgresConnection {
    /// The period with its current run, or with the run of the publication with this number.
    func period(_ halfYear: HalfYear, number: Int?) async throws -> EvaluationPeriod {
        var period = try await period(halfYear)
        guard let number else { return period }
        let rows = try await query(
            "select run_id, digest from ranking.publication where period_id = \(period.id) and number = \(number)")
        guard let row = rows.first else { throw RankingError.unknownPublication("\(halfYear) \(number)") }
        period.runID = try row["run_id"]
        period.digest = try row["digest"]
        return period
    }

    func period(_ halfYear: HalfYear) async throws -> EvaluationPeriod {
        guard let period = try await periods(where: "half_year = \(halfYear.description)").first else {
            throw RankingError.unknownPeriod(halfYear.description)
        }
        return period
    }

    func periods(where condition: PostgresQuery) async throws -> [EvaluationPeriod] {
        try await query("select \(EvaluationPeriod.columns) from ranking.period where \(condition) order by half_year")
            .map(EvaluationPeriod.init)
    }
}

extension EvaluationPeriod {
    /// The columns of `ranking.period` in the order in which `init(row:)` reads them.
    static let columns: PostgresQuery = """
        id, half_year, census_on, state, scheme_id, scheme_code, scheme_version, scheme_hash, scheme_title_fa,
        scheme_title_en, is_sample, census_id, run_id, digest
        """

    init(row: PostgresRow) throws {
        id = try row["id"]
        halfYear = try row["half_year"]
        censusOn = try row["census_on"]
        state = try row["state"]
        schemeID = try row["scheme_id"]
        schemeCode = try row["scheme_code"]
        schemeVersion = try row["scheme_version"]
        schemeHash = try row["scheme_hash"]
        let english: String? = try row["scheme_title_en"]
        schemeTitle = try (row["scheme_title_fa"] as String?)
            .map { LocalizedText(persian: $0, english: english ?? $0) }
        isSample = try row["is_sample"] ?? false
        censusID = try row["census_id"]
        runID = try row["run_id"]
        digest = try row["digest"]
    }
}
