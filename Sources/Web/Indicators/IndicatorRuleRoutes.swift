import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// The rules of the agency indicator: read, checked and adopted.
    var indicatorRuleRoutes: [Route] {
        [
            reading("/v1/indicator-rules/{year}") { asked in
                try asked.query.finish()
                let adopted = try await asked.ranking.indicatorRules(year: try asked.context.number("year"))
                return IndicatorRulesAnswer.one(adopted.rules, adopted.rules.title)
            },
            // An adoption changes the newest version, so caches ask each time, and mostly get 304.
            .get("/v1/indicator-rules/{year}/document") { request, context in
                let asked = try await accountRequest(request, context)
                try asked.query.finish()
                let adopted = try await asked.ranking.indicatorRules(year: try context.number("year"))
                return asked.respond(adopted.document, "application/yaml")
            },
            Route(method: .post, path: "/v1/indicator-rules/check") { request, context in
                var asked = try await accountRequest(request, context)
                let text = try await documentText(request)
                return try await asked.respond { asked in
                    try asked.query.finish()
                    let rules = try Self.indicatorRules(text)
                    return IndicatorRulesAnswer.one(rules, rules.title)
                }
            },
            Route(method: .post, path: "/v1/agencies/{agency}/indicator/{year}/trial") { request, context in
                var asked = try await accountRequest(request, context)
                let text = try await documentText(request)
                let question = try IndicatorQuestion(&asked)
                let indicator = try await Self.trial(question, try Self.indicatorRules(text), asked.ranking)
                return try question.response(indicator, to: asked)
            },
            adopting("/v1/indicator-rules", Self.indicatorRules) { ranking, text, rules in
                try await ranking.adoptIndicatorRules(document: text)
                return .created("/v1/indicator-rules/\(rules.year)", IndicatorRulesAnswer.one(rules, rules.title))
            },
        ]
    }

    /// Computes the indicator by rules that are not adopted.
    private static func trial(
        _ question: IndicatorQuestion, _ rules: IndicatorRules, _ ranking: RankingDatabase
    ) async throws -> AgencyIndicator {
        guard rules.year == question.year else { throw Problem.rulesOfAnotherYear(rules.year) }
        return try await ranking.indicator(
            of: question.agency, rules, cutOff: question.cutOff, revision: question.revision)
    }

    /// Returns every fault of a document at once, with its line.
    @Sendable
    private static func indicatorRules(_ text: String) throws -> IndicatorRules {
        let document = IndicatorDocument.read(text)
        if let rules = document.rules { return rules }
        var problem = Problem(
            .unprocessableContent, "invalid_indicator_rules", "قواعد نماگر ایراد دارد؛ ایرادهای نوشته‌شده را درست کنید.",
            "The rules have faults. Correct the listed ones.")
        problem.findings = document.faults.map { Problem.Finding($0, of: "indicator_rules") }
        problem.findingsLeftOut = document.faultsLeftOut
        throw problem
    }
}

extension Problem {
    fileprivate static func rulesOfAnotherYear(_ year: Int) -> Problem {
        Problem(
            .unprocessableContent, "rules_of_another_year", "این قواعد برای سال \(Digits.persian(String(year))) است.",
            "These rules are for the year \(year).")
    }
}
