import Postgres
public import RankingRules

extension RankingDatabase {
    /// Decides an appeal. An upheld one makes new facts in the same act; the next run reads them.
    /// - Parameter value: for an upheld criterion, another value than the claimed one, as a file would hold it.
    public func decideAppeal(
        _ number: Int, _ verdict: AppealVerdict, value: String? = nil, reason: String
    ) async throws {
        try await act { connection in
            var unit: Int64?
            if let value {
                let appeal = try await connection.appeal(number)
                guard verdict == .upheld, case .criterion(let criterion, _) = appeal.item else {
                    throw RankingError.invalid([onlyUpheldCriteriaHaveValues])
                }
                unit = try CriterionCells(criterion).typed(value)
            }
            guard Int32(exactly: number) != nil else { throw RankingError.unknownAppeal(String(number)) }
            try await connection.query(
                "select ranking.decide_appeal(\(number)::integer, \(verdict.rawValue), \(unit), \(reason))")
        }
    }

    /// Decides the overdue appeals of a half-year by silence, in the sense of its scheme. A run and a publication do the
    /// same.
    /// - Returns: how many it decided.
    @discardableResult
    public func settleAppeals(of halfYear: HalfYear) async throws -> Int {
        try await act { connection in
            try await connection.query("select ranking.settle_appeals(\(halfYear.description))")[0].decode(Int.self)
        }
    }
}

private let onlyUpheldCriteriaHaveValues = LocalizedText(
    persian: "مقدار فقط برای اعتراض پذیرفته‌شده به یک شاخص نوشته می‌شود.",
    english: "Only an upheld appeal against a criterion has a value.")

extension PostgresConnection {
    /// Weighs the unsettled appeals of a census against a new run: each office is scored with its claim again.
    func weighAppeals(of frozen: FrozenPeriod) async throws {
        let waiting = try await query(
            """
            select id, office_id from ranking.appeal
            where census_id = \(frozen.censusID) and standing in ('pending', 'overdue') order by id
            """
        ).decode((Int, Int64).self)
        guard !waiting.isEmpty else { return }
        let engine = frozen.engine()
        for (number, office) in waiting {
            let claim = try Claim(try await appeal(number), engine.scheme)
            let outcome = engine.outcome(of: claim, on: try await facts(of: office, frozen))
            try await query(
                "select ranking.weigh_appeal(\(number), \(outcome.isDecisive), \(outcome.rank)::integer)")
        }
    }

    private func facts(of office: Int64, _ frozen: FrozenPeriod) async throws -> OfficeFacts {
        let columns = PostgresQuery(unsafeSQL: CensusFacts.columns.joined(separator: ", "))
        let rows = try await query(
            "select \(columns) from ranking.office_facts(\(frozen.censusID), \(office), \(frozen.factsUpTo)::bigint)")
        guard let row = rows.first else { throw RankingError.failed("an appeal of an office without facts") }
        var cells = RowReader(row)
        return try CensusFacts(&cells, schemePositions: frozen.schemePositions).facts
    }
}
