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
    /// The current run, or the one of a publication where the period is shown as one.
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
    /// Plans a half-year; the census date is its last day unless given.
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

    /// Closes a period and freezes its census. Waits for imports that are under way.
    public func closePeriod(_ halfYear: HalfYear) async throws {
        try await act { connection in
            try await connection.withoutStatementTimeout()
            try await connection.query("select ranking.close_period(\(halfYear.description))")
            await TestPoint.closeBeforeCommit.reach()
        }
        await TestPoint.closeAfterCommit.reach()
    }

    /// Opens a closed or ranked period again; the old run stays, superseded.
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
    /// The period with its current run, or with the one that was published under a number.
    func period(_ halfYear: HalfYear, number: Int?) async throws -> EvaluationPeriod {
        var period = try await period(halfYear)
        guard let number else { return period }
        let rows = try await query(
            "select run_id, digest from ranking.publication where period_id = \(period.id) and number = \(number)")
        guard let row = rows.first else { throw RankingError.unknownPublication("\(halfYear) \(number)") }
        period.runID = try row[0].decode(Int.self)
        period.digest = try row[1].decode(String.self)
        return period
    }

    func period(_ halfYear: HalfYear) async throws -> EvaluationPeriod {
        guard let period = try await periods(where: "half_year = \(halfYear.description)").first else {
            throw RankingError.unknownPeriod(halfYear.description)
        }
        return period
    }

    func periods(where condition: PostgresQuery) async throws -> [EvaluationPeriod] {
        var sql = condition
        sql.sql = "select \(EvaluationPeriod.columns) from ranking.period where \(condition.sql) order by half_year"
        return try await query(sql).map(EvaluationPeriod.init)
    }
}

extension EvaluationPeriod {
    /// Of `ranking.period`, in the order in which `init(row:)` reads them.
    static let columns = """
        id, half_year, census_on, state, scheme_id, scheme_code, scheme_version, scheme_hash, scheme_title_fa,
        scheme_title_en, coalesce(is_sample, false), census_id, run_id, digest
        """

    init(row: PostgresRow) throws {
        guard let halfYear = HalfYear(try row[1].decode(String.self)),
            let state = State(rawValue: try row[3].decode(String.self))
        else { throw RankingError.failed("a period of an unknown form") }
        id = try row[0].decode()
        self.halfYear = halfYear
        censusOn = Day(rawValue: try row[2].decode(PostgresDate.self).days)
        self.state = state
        schemeID = try row[4].decode()
        schemeCode = try row[5].decode()
        schemeVersion = try row[6].decode()
        schemeHash = try row[7].decode()
        let titles = try (row[8].decode(String?.self), row[9].decode(String?.self))
        schemeTitle = titles.0.map { LocalizedText(persian: $0, english: titles.1 ?? $0) }
        isSample = try row[10].decode()
        censusID = try row[11].decode()
        runID = try row[12].decode()
        digest = try row[13].decode()
    }
}
