import Postgres
public import RankingRules

/// What an office appeals against, as it is written.
public enum AppealedItem: Sendable, Hashable {
    /// The code of a criterion, and the claimed value as a file would hold it.
    case criterion(String, value: String)
    /// The number of a decision about a violation.
    case decision(String)
}

extension RankingDatabase {
    /// Shows each office its own result; from now on offices may appeal, if the scheme hears appeals.
    public func previewPeriod(_ halfYear: HalfYear) async throws {
        try await act { connection in
            try await connection.query("select ranking.preview_period(\(halfYear.description))")
        }
    }

    /// Files an appeal as the office. The office is scored with the claim in the same transaction, so the appeal says
    /// whether it could change the rank.
    /// - Returns: the number of the appeal.
    @discardableResult
    public func fileAppeal(
        of office: String, in halfYear: HalfYear, against item: AppealedItem, grounds: String
    ) async throws -> Int {
        try await act { connection in
            // Refuses first who may not file, and holds the result until the end.
            try await connection.query("select * from ranking.begin_appeal(\(halfYear.description), \(office))")
            let frozen = try await connection.frozenPeriod(
                try await connection.periodOfRun(halfYear), readingAllAmendments: false, schemes)
            guard let run = frozen.period.runID else { throw RankingError.notRankedYet(period: halfYear.description) }
            let shown = try await connection.assessedOffice(office, run, frozen)
            let claim = try Claim(item, of: shown.facts.kind, frozen.scheme.scheme)
            let outcome = frozen.engine().outcome(of: claim, on: shown.facts)
            let (criterion, decision, value) = claim.columns(frozen.scheme.scheme)
            return try await connection.query(
                """
                select ranking.file_appeal(\(halfYear.description), \(office), \(criterion), \(decision), \(value),
                    \(grounds), \(outcome.isDecisive), \(outcome.rank)::integer)
                """)[0].decode(Int.self)
        }
    }

    /// Withdraws an appeal that nobody has decided. Returns true if it was not withdrawn before.
    @discardableResult
    public func withdrawAppeal(_ number: Int) async throws -> Bool {
        guard Int32(exactly: number) != nil else { throw RankingError.unknownAppeal(String(number)) }
        return try await act { connection in
            try await connection.query("select ranking.withdraw_appeal(\(number)::integer)")[0].decode(Bool.self)
        }
    }
}

extension Claim {
    /// The claim of an item as it is written; its value is read by the rules of the scheme, as that of a file is.
    fileprivate init(_ item: AppealedItem, of kind: OfficeKind, _ scheme: Scheme) throws {
        switch item {
        case .criterion(let code, let text):
            guard let index = scheme.index(of: code), scheme.criteria[index].kinds.contains(kind) else {
                throw RankingError.unknownCriterion(code)
            }
            self = .value(try CriterionCells(scheme.criteria[index]).typed(text), of: index)
        case .decision(let number):
            self = .without(decision: number)
        }
    }

    /// Criterion, decision and value for the database.
    fileprivate func columns(_ scheme: Scheme) -> (String?, String?, Int64?) {
        switch self {
        case .value(let value, let index): (scheme.criteria[index].code, nil, value)
        case .without(let number): (nil, number, nil)
        }
    }

    /// The claim of a filed appeal.
    init(_ appeal: Appeal, _ scheme: Scheme) throws {
        switch appeal.item {
        case .criterion(let criterion, let claimed):
            guard let index = scheme.index(of: criterion.code) else {
                throw RankingError.failed("an appeal of an unknown form")
            }
            self = .value(claimed, of: index)
        case .decision(let number):
            self = .without(decision: number)
        }
    }
}
