package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Periods as an answer.
package enum PeriodAnswer {
    package static func one(_ period: EvaluationPeriod) -> Answer {
        let halfYear = Cell.halfYear(period.halfYear)
        let title = LocalizedText(
            persian: "دورهٔ \(halfYear.text(in: .persian))", english: "Period \(period.halfYear)")
        return Answer(
            title, isSample: period.isSample,
            facts: [
                AnswerFact(.period, halfYear),
                AnswerFact(.state, .word(Words.of(period.state))),
                AnswerFact(.censusOn, .day(period.censusOn)),
                AnswerFact(.scheme, scheme(of: period)),
                AnswerFact(.schemeHash, .optional(period.schemeHash)),
                AnswerFact(.resultDigest, .digest(period.digest)),
            ])
    }

    package static func list(_ periods: [EvaluationPeriod]) -> Answer {
        let title = LocalizedText(persian: "دوره‌های ارزیابی", english: "Evaluation periods")
        let columns = [
            AnswerColumn(.period), AnswerColumn(.state),
            AnswerColumn(.censusOn),
            AnswerColumn(.scheme), AnswerColumn(.resultDigest),
        ]
        let rows = periods.map { period in
            [
                .halfYear(period.halfYear), .word(Words.of(period.state)), .day(period.censusOn), scheme(of: period),
                period.digest.map(Cell.hash) ?? .empty,
            ] as [Cell]
        }
        return Answer(
            title, isSample: periods.contains(where: \.isSample),
            tables: [AnswerTable("periods", title, columns, rows: rows)])
    }

    /// `sample-1400@1`, with its title for people.
    package static func scheme(of period: EvaluationPeriod) -> Cell {
        guard let code = period.schemeCode, let version = period.schemeVersion, let title = period.schemeTitle else {
            return .empty
        }
        return scheme(code, version, title)
    }

    package static func scheme(_ code: String, _ version: Int, _ title: LocalizedText) -> Cell {
        .word(
            "\(code)@\(version)",
            LocalizedText(
                persian: "\(title.persian)، نسخهٔ \(Digits.persian(String(version)))",
                english: "\(title.english), version \(version)"))
    }
}
