import Postgres
public import RankingRules

/// What a half-year goes through, as obstacles name it.
public enum GuardedStep: String, Sendable, CaseIterable {
    case open, close, rank, show, publish
}

/// Something that stands against a step, and who overruled it.
public struct StepObstacle: Sendable, Equatable {
    public let step: GuardedStep
    public let code: String
    /// In its stable form; an overrule holds as long as this stays the same.
    public let detail: String
    public let mayBeOverruled: Bool
    /// Overruled by one person and confirmed by another.
    public let isOverruled: Bool
    /// The number of its overrule, also of one that nobody has confirmed yet.
    public let overrule: Int?
    public let reason: String?
    public let madeBy: String?
    public let confirmedBy: String?

    /// For people.
    public var sentence: LocalizedText {
        obstacleTexts("\(code): \(detail)").first ?? LocalizedText(persian: code, english: code)
    }
}

extension RankingDatabase {
    /// What stands against a step; without one, against the step that comes next.
    public func obstacles(of halfYear: HalfYear, step: GuardedStep? = nil) async throws -> [StepObstacle] {
        try await read { try await $0.obstacles(of: halfYear, step: step) }
    }

    /// Overrules an obstacle that stands now; it holds once another person confirms it.
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

    /// Confirms what another person overruled; whether it was unconfirmed until now.
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

    /// What stands against the step that comes next, for accounts that may ask.
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
