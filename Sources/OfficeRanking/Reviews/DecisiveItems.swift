import Postgres
import RankingRules

extension PostgresConnection {
    /// Finds, with the engine itself, the items on which the rank of their office hangs: with the value as it is said,
    /// or with none, the office has another rank or standing.
    func findDecisive(_ reviews: inout [WaitingReview], in period: EvaluationPeriod, _ scheme: Scheme) async throws {
        let engine = ScoringEngine(scheme: scheme, halfYear: period.halfYear, censusDay: period.censusOn)
        let facts = try await openFacts(of: Set(reviews.map(\.office)).sorted(), in: period.halfYear)
        for review in reviews.indices {
            guard let office = facts[reviews[review].office] else { continue }
            for item in reviews[review].items.indices {
                let criterion = reviews[review].items[item].criterion.code
                guard let index = scheme.index(of: criterion) else { continue }
                reviews[review].items[item].isDecisive =
                    engine.placement(of: office, at: index, .confirmed)
                    != engine.placement(of: office, at: index, .rejected)
            }
        }
    }

    private func openFacts(of offices: [String], in halfYear: HalfYear) async throws -> [String: OfficeFacts] {
        let columns = PostgresQuery(unsafeSQL: CensusFacts.columns.joined(separator: ", "))
        let rows = try await query(
            "select \(columns) from ranking.facts_under_review(\(halfYear.description), \(offices))")
        return try rows.reduce(into: [:]) { facts, row in
            var cells = RowReader(row)
            let office = try CensusFacts(&cells, schemePositions: [:])
            facts[office.code] = office.facts
        }
    }
}

extension ScoringEngine {
    /// The rank and the standing of an office, if one of its declared values gets this verdict.
    fileprivate func placement(of facts: OfficeFacts, at index: Int, _ verdict: Verdict) -> [String] {
        var facts = facts
        let missing = index + 1 - facts.values.verdicts.count
        if missing > 0 { facts.values.verdicts += Array(repeating: nil, count: missing) }
        facts.values.verdicts[index] = verdict
        if facts.values.confirmed.indices.contains(index) { facts.values.confirmed[index] = nil }
        let assessment = assess(facts)
        return [assessment.standing.rawValue, assessment.rank.map { String(describing: $0) } ?? "-"]
    }
}
