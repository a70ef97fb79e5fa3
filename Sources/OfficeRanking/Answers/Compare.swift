import Postgres
public import RankingRules

/// What changed between two ranked periods.
public struct PeriodComparison: Sendable {
    public let earlier: EvaluationPeriod
    public let later: EvaluationPeriod
    /// Offices whose rank, origin or standing differs, by code; offices of one period only among them.
    public let moves: [Move]
    /// Offices that are in both periods with the same rank, origin and standing.
    public let unmoved: Int

    public struct Move: Sendable, Hashable {
        public let office: String
        /// Nil where the period does not list the office.
        public let before: Place?
        public let after: Place?
        /// Criteria whose points differ, in the order of the later scheme, then those that only the earlier one has.
        public let lines: [LineChange]
        /// Penalty after minus before.
        public let penaltyChange: Points
    }

    public struct Place: Sendable, Hashable {
        public let standing: Standing
        public let rank: Int?
        public let origin: RankOrigin?
        public let total: Points?
    }

    public struct LineChange: Sendable, Hashable {
        public let criterion: String
        /// Nil where the scheme of that period does not have the criterion, or nothing was scored.
        public let before: Points?
        public let after: Points?
    }
}

extension RankingDatabase {
    /// Compares two ranked periods, or publications of theirs, the earlier one first, whatever their order in the call.
    public func compare(
        _ first: HalfYear, _ second: HalfYear, numbers: (first: Int?, second: Int?) = (nil, nil)
    ) async throws -> PeriodComparison {
        let inOrder = (first, numbers.first ?? .max) <= (second, numbers.second ?? .max)
        let (one, other) = inOrder ? (first, second) : (second, first)
        let (numberOfOne, numberOfOther) =
            inOrder ? (numbers.first, numbers.second) : (numbers.second, numbers.first)
        return try await read { connection in
            let earlier = try await connection.comparedPeriod(one, numberOfOne)
            let later = try await connection.comparedPeriod(other, numberOfOther)
            var moves: [PeriodComparison.Move] = []
            let counted = try await connection.query(
                "select count(*) from ranking.unmoved_offices(\(earlier.run), \(later.run))")
            try await connection.withCursor(
                "select * from ranking.moved_offices(\(earlier.run), \(later.run))", fetching: 2_000
            ) { rows in
                for row in rows { moves.append(try PeriodComparison.Move(row, earlier.codes, later.codes)) }
            }
            return PeriodComparison(
                earlier: earlier.period, later: later.period, moves: moves,
                unmoved: try counted[0].decode(Int.self))
        }
    }
}

private struct ComparedPeriod: Sendable {
    let period: EvaluationPeriod
    let run: Int
    /// Of the criteria, in the order of the scheme.
    let codes: [String]
}

extension PostgresConnection {
    fileprivate func comparedPeriod(_ halfYear: HalfYear, _ number: Int?) async throws -> ComparedPeriod {
        let period = try await period(halfYear, number: number)
        guard let run = period.runID, let schemeID = period.schemeID else {
            throw RankingError.notRankedYet(period: halfYear.description)
        }
        return ComparedPeriod(
            period: period, run: run, codes: try await scheme(id: schemeID).scheme.criteria.map(\.code))
    }
}

extension PeriodComparison.Move {
    /// A row of `ranking.moved_offices`.
    init(_ row: PostgresRow, _ earlierCodes: [String], _ laterCodes: [String]) throws {
        office = try row["code"]
        before = try PeriodComparison.Place(before: row)
        after = try PeriodComparison.Place(after: row)
        penaltyChange = Points(rawValue: try (row["penalty_after"] ?? 0) - (row["penalty_before"] ?? 0))
        let pointsBefore: [Int64] = try row["points_before"] ?? []
        let pointsAfter: [Int64] = try row["points_after"] ?? []
        let old = Dictionary(uniqueKeysWithValues: zip(earlierCodes, pointsBefore))
        let new = Dictionary(uniqueKeysWithValues: zip(laterCodes, pointsAfter))
        lines = (laterCodes + earlierCodes.filter { !laterCodes.contains($0) }).compactMap { code in
            guard old[code] != new[code] else { return nil }
            return PeriodComparison.LineChange(
                criterion: code, before: old[code].map(Points.init), after: new[code].map(Points.init))
        }
    }
}

extension PeriodComparison.Place {
    fileprivate init?(before row: PostgresRow) throws {
        guard let standing: Standing = try row["standing_before"] else { return nil }
        self.standing = standing
        (rank, origin, total) = try (row["rank_before"], row["origin_before"], row["total_before"])
    }

    fileprivate init?(after row: PostgresRow) throws {
        guard let standing: Standing = try row["standing_after"] else { return nil }
        self.standing = standing
        (rank, origin, total) = try (row["rank_after"], row["origin_after"], row["total_after"])
    }
}
