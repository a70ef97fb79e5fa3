package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// A period in numbers as an answer: one row a province, the whole country last.
package enum SummaryAnswer {
    package static func make(_ summary: PeriodSummary) -> Answer {
        let period = summary.period
        let title = LocalizedText(
            persian: "آمار رتبه‌بندی \(Cell.halfYear(period.halfYear).text(in: .persian))",
            english: "Summary of \(period.halfYear)")
        let rows = (summary.provinces + [summary.total]).map(row)
        var answer = Answer(
            title, isSample: period.isSample,
            facts: [
                AnswerFact(.period, .halfYear(period.halfYear), isShown: false),
                AnswerFact(.stateOfPeriod, .word(Words.of(period.state))),
                AnswerFact(.scheme, PeriodAnswer.scheme(of: period)),
                AnswerFact(.schemeHash, .optional(period.schemeHash)),
                AnswerFact(.resultDigest, .digest(period.digest)),
            ],
            tables: [AnswerTable("provinces", title, columns(summary.total), rows: rows)])
        answer.notes.append(
            LocalizedText(
                persian: "درصدها از دفاتر فعال استان است و جمع هر ردیف ۱۰۰ می‌شود.",
                english: "Percentages are of a province's active offices; each row adds up to 100."))
        return answer
    }

    private static let otherStandings: [Standing] = [.awaiting, .suspended, .closed]

    private static func columns(_ total: PeriodSummary.Row) -> [AnswerColumn] {
        // People expect every earned rank, even an empty one, but not an origin that did not occur.
        let parts = total.parts.map { part in
            let title = title(of: part)
            return AnswerColumn(
                key(of: part), title, .number,
                for: part.origin == .earned ? .all : .peopleWhenFilled)
        }
        let others = otherStandings.map { standing in
            let cell = Words.of(standing)
            return AnswerColumn(
                standing.rawValue, cell.text, .number,
                for: .peopleWhenFilled)
        }
        return [
            AnswerColumn(.province), AnswerColumn(.active, .number),
            AnswerColumn(.tookPart, .number),
        ] + parts + others
    }

    private static func row(_ row: PeriodSummary.Row) -> [Cell] {
        let name: Cell =
            if let persian = row.province, let english = row.provinceEnglish {
                .word(persian, LocalizedText(persian: persian, english: english))
            } else {
                .word("total", LocalizedText(persian: "جمع", english: "Total"))
            }
        return [name, .integer(row.active), .integer(row.tookPart)]
            + row.parts.map { .share($0.offices, tenths: $0.tenths) }
            + otherStandings.map { .integer(row.otherStandings[$0] ?? 0) }
    }

    private static func key(of part: PeriodSummary.Part) -> String {
        guard let rank = part.rank, let origin = part.origin else { return part.standing.rawValue }
        return "rank_\(rank)_\(origin.rawValue)"
    }

    private static func title(of part: PeriodSummary.Part) -> LocalizedText {
        guard let rank = part.rank, let origin = part.origin else {
            let cell = Words.of(part.standing)
            return LocalizedText(persian: cell.text(in: .persian), english: cell.text(in: .english))
        }
        return LocalizedText(
            persian: "رتبهٔ \(Digits.persian(String(rank))) \(Words.short(origin)[.persian])",
            english: "Rank \(rank) \(Words.short(origin)[.english])")
    }
}
