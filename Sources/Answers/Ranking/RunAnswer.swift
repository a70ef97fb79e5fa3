package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The result of a run or a dry run.
package enum RunAnswer {
    package static func make(_ outcome: RunOutcome) -> Answer {
        let scheme = outcome.scheme
        let period = Cell.halfYear(outcome.halfYear)
        let title = LocalizedText(
            persian: "رتبه‌بندی \(period.text(in: .persian))", english: "Ranking of \(outcome.halfYear)")
        var answer = Answer(
            title, isSample: scheme.isSample,
            facts: [
                AnswerFact(.period, period),
                AnswerFact(
                    .scheme, PeriodAnswer.scheme(scheme.code, scheme.version, scheme.title)),
                AnswerFact(.schemeHash, .text(outcome.schemeHash)),
                AnswerFact(.offices, .integer(outcome.counts.offices)),
                AnswerFact(.effect, .word(Words.of(outcome.effect))),
                AnswerFact(.resultDigest, .text(outcome.digest)),
            ],
            tables: [ranks(outcome), standings(outcome)])
        if outcome.effect == .dryRun { answer.tables.append(changes(outcome)) }
        return answer
    }

    private static func ranks(_ outcome: RunOutcome) -> AnswerTable {
        let columns = [
            AnswerColumn(.rank, .number), AnswerColumn(.title),
            AnswerColumn(.rankOrigin), AnswerColumn(.offices, .number),
        ]
        let rows = outcome.scheme.ranks.enumerated().flatMap { index, rank in
            RankOrigin.allCases.compactMap { origin -> [Cell]? in
                let count = outcome.counts[index + 1, origin]
                guard count > 0 || origin == .earned else { return nil }
                return [.integer(index + 1), .localized(rank.title), .word(Words.of(origin)), .integer(count)]
            }
        }
        return AnswerTable(
            .ranksByOrigin, columns, rows: rows)
    }

    private static func standings(_ outcome: RunOutcome) -> AnswerTable {
        let columns = [
            AnswerColumn(.standing), AnswerColumn(.offices, .number),
        ]
        let rows = Standing.allCases.compactMap { standing -> [Cell]? in
            outcome.counts.standings[standing].map { [.word(Words.of(standing)), .integer($0)] }
        }
        return AnswerTable(
            .standings, columns, rows: rows)
    }

    private static func changes(_ outcome: RunOutcome) -> AnswerTable {
        let columns = [
            AnswerColumn(.officeCode), AnswerColumn(.before),
            AnswerColumn(.after),
        ]
        let rows: [[Cell]] = outcome.changes.map {
            [.text($0.office), .word(Words.of($0.before)), .word(Words.of($0.after))]
        }
        return AnswerTable(
            .changes, columns, rows: rows)
    }
}
