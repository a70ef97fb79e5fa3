import Postgres
public import RankingRules

/// The differences between two ranked periods.
public struct PeriodComparison: Sendable {
    public let earlier: EvaluationPeriod
    public let later: EvaluationPeriod
    /// Offices whose rank, origin or standing differs, by code, including offices of only one period.
    public let moves: [Move]
    /// The number of offices of both periods with the same rank, origin and standing.
    public let unmoved: Int

    public struct Move: Sendable, Hashable {
        public let office: String
        public let before: Placement
        public let after: Placement
        public let totalBefore: Points?
        public let totalAfter: Points?
        /// Criteria whose points differ, in the order of the later scheme, then those that only the earlier one has.
        public let lines: [LineChange]
        /// The later penalty minus the earlier one.
        public let penaltyChange: Points
    }

    public struct LineChange: Sendable, Hashable {
        public let criterion: String
        /// Nil if the scheme of that period lacks the criterion, or the office was not scored.
        public let before: Points?
        public let after: Points?
    }
}

extension RankingDatabase {
    /// Compares two ranked periods, or two publications, the earlier period first, whatever their order in the call.
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
                for row in rows { moves.append(try PeriodComparison.Move(shown: row, earlier.scheme, later.scheme)) }
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
    let scheme: Scheme
}

extension PostgresConnection {
    fileprivate func comparedPeriod(_ halfYear: HalfYear, _ number: Int?) async throws -> ComparedPeriod {
        let period = try await period(halfYear, number: number)
        guard let run = period.runID, let schemeID = period.schemeID else {
            throw RankingError.notRankedYet(period: halfYear.description)
        }
        return ComparedPeriod(
            period: period, run: run, scheme: try await scheme(id: schemeID).scheme)
    }
}

extension PeriodComparison.Move {
    /// A row of `ranking.moved_offices`. It also says whether the account may see lines that are not published.
    fileprivate init(shown row: PostgresRow, _ earlier: Scheme, _ later: Scheme) throws {
        let isFull: Bool = try row["is_full"]
        let states: ([Int64]?, [Int64]?) = try (row["states_before"], row["states_after"])
        func disclosure(_ scheme: Scheme, _ states: [Int64]?) throws -> Disclosure {
            isFull ? .everything : Disclosure(scheme, states: try (states ?? []).map(ScoreLine.State.init(stored:)))
        }
        try self.init(row, (earlier, disclosure(earlier, states.0)), (later, disclosure(later, states.1)))
    }

    /// A row without the states of periods, as `ranking.corrected_offices` gives it.
    init(_ row: PostgresRow, _ earlier: (Scheme, Disclosure), _ later: (Scheme, Disclosure)) throws {
        office = try row["code"]
        let standings: (Standing?, Standing?) = try (row["standing_before"], row["standing_after"])
        let ranks: (Int?, Int?) = try (row["rank_before"], row["rank_after"])
        let origins: (RankOrigin?, RankOrigin?) = try (row["origin_before"], row["origin_after"])
        before = Placement(standings.0, rank: ranks.0, origin: origins.0)
        after = Placement(standings.1, rank: ranks.1, origin: origins.1)
        let totals: (Points?, Points?) = try (row["total_before"], row["total_after"])
        (totalBefore, totalAfter) = totals
        let penalties: (Int64?, Int64?) = try (row["penalty_before"], row["penalty_after"])
        penaltyChange = Points(rawValue: (penalties.1 ?? 0) - (penalties.0 ?? 0))
        let points: ([Int64]?, [Int64]?) = try (row["points_before"], row["points_after"])
        let (old, new) = (Self.points(points.0 ?? [], earlier), Self.points(points.1 ?? [], later))
        let laterCodes = later.0.criteria.map(\.code)
        lines = (laterCodes + earlier.0.criteria.map(\.code).filter { !laterCodes.contains($0) }).compactMap { code in
            // A line that is hidden in one period is hidden in both.
            let (before, after) = (old[code], new[code])
            guard before != .some(nil), after != .some(nil), before != after else { return nil }
            return PeriodComparison.LineChange(
                criterion: code, before: before?.map(Points.init), after: after?.map(Points.init))
        }
    }

    /// Points by criterion; nil for a line that the account may not see.
    private static func points(_ points: [Int64], _ under: (scheme: Scheme, disclosure: Disclosure)) -> [String: Int64?]
    {
        let shown = points.enumerated().map { under.disclosure.showsLine($0) ? $1 : nil }
        return Dictionary(uniqueKeysWithValues: zip(under.scheme.criteria.map(\.code), shown))
    }
}

extension Placement {
    /// If the run does not list the office, every column is null.
    fileprivate init(_ standing: Standing?, rank: Int?, origin: RankOrigin?) {
        guard let standing else {
            self = .notListed
            return
        }
        self.init(standing, rank: rank, origin: origin)
    }
}
