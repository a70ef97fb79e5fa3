import Postgres
public import RankingRules

/// The steps of a half-year that obstacles can stop.
public enum GuardedStep: String, Sendable, CaseIterable {
    case open, close, rank, show, publish
}

/// An obstacle to a step, and the person who overruled it.
public struct StepObstacle: Sendable, Equatable {
    public let step: GuardedStep
    public let code: String
    /// The stable form of the details. An overrule holds as long as it stays the same.
    public let detail: String
    public let mayBeOverruled: Bool
    /// True if one person overruled it and another confirmed that.
    public let isOverruled: Bool
    /// The number of its overrule, confirmed or not.
    public let overrule: Int?
    public let reason: String?
    public let madeBy: String?
    public let confirmedBy: String?

    /// The sentence for people.
    public var sentence: LocalizedText {
        obstacleTexts("\(code): \(detail)").first ?? LocalizedText(persian: code, english: code)
    }
}

extension RankingDatabase {
    /// The obstacles to a step; if no step is given, to the next one.
    public func obstacles(of halfYear: HalfYear, step: GuardedStep? = nil) async throws -> [StepObstacle] {
        try await read { try await $0.obstacles(of: halfYear, step: step) }
    }

    /// Overrules an obstacle that exists now. The overrule holds once another person confirms it.
    /// - Returns: the number of the overrule.
    @discardableResult
    public func overrule(
        _ code: String, detail: String, of step: GuardedStep, in halfYear: HalfYear, reason: String
    ) async throws -> Int {
        try await act { connection in
            let rows = try await connection.query(
                """
                select ranking.overrule_step(\(halfYear.description), \(step.rawValue), \(code), \(detail), \(reason))
                """)
            guard let row = rows.first else { throw RankingError.failed("an overrule without a number") }
            return try row[0].decode(Int.self)
        }
    }

    /// Confirms another person's overrule. Returns true if it was unconfirmed before.
    @discardableResult
    public func confirmOverrule(_ number: Int, in halfYear: HalfYear) async throws -> Bool {
        guard Int32(exactly: number) != nil else { throw RankingError.noSuchObstacle(String(number)) }
        return try await act { connection in
            let rows = try await connection.query(
                "select ranking.confirm_overrule(\(halfYear.description), \(number))")
            return try rows.first?[0].decode(Bool.self) ?? false
        }
    }
}

extension PostgresConnection {
    fileprivate func obstacles(of halfYear: HalfYear, step: GuardedStep?) async throws -> [StepObstacle] {
        try await query(
            """
            select step_name, code, detail, may_be_overruled, is_overruled, overrule, reason, made_by, confirmed_by
            from ranking.obstacles_of(\(halfYear.description), \(step?.rawValue))
            """
        ).map(StepObstacle.init)
    }

    /// The obstacles to the next step; nil for accounts that may not read them.
    func visibleObstacles(of halfYear: HalfYear) async throws -> [StepObstacle]? {
        let mayAsk = try await query("select registry.actor_is_national() and registry.actor_may('read_facts')")
        guard try mayAsk[0].decode(Bool.self) else { return nil }
        return try await obstacles(of: halfYear, step: nil)
    }
}

extension StepObstacle {
    fileprivate init(row: PostgresRow) throws {
        step = try row["step_name"]
        code = try row["code"]
        detail = try row["detail"]
        mayBeOverruled = try row["may_be_overruled"]
        isOverruled = try row["is_overruled"]
        overrule = try row["overrule"]
        reason = try row["reason"]
        madeBy = try row["made_by"]
        confirmedBy = try row["confirmed_by"]
    }
}
