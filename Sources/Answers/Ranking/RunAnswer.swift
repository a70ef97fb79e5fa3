package import OfficeRanking
import RankingRules

/// What a run made, or would make.
package enum RunAnswer {
    package static func make(_ outcome: RunOutcome) -> Answer {
        let scheme = outcome.scheme
        let period = Cell.halfYear(outcome.halfYear)
        let title = LocalizedText(
            persian: "رتبه‌بندی \(period.text(in: .persian))", english: "Ranking of \(outcome.halfYear)")
        var answer = Answer(
            title, isSample: scheme.isSample,
            facts: [
                AnswerFact("period", "دوره", "Period", period),
                AnswerFact(
                    "scheme", "شیوه‌نامه", "Scheme", PeriodAnswer.scheme(scheme.code, scheme.version, scheme.title)),
                AnswerFact("scheme_hash", "اثر انگشت شیوه‌نامه", "Scheme hash", .text(outcome.schemeHash)),
                AnswerFact("offices", "شمار دفاتر", "Offices", .integer(outcome.counts.offices)),
                AnswerFact("effect", "اثر", "Effect", effect(outcome.effect)),
                AnswerFact("digest", "اثر انگشت نتیجه", "Digest", .text(outcome.digest)),
            ],
            tables: [ranks(outcome), standings(outcome)])
        if outcome.effect == .dryRun { answer.tables.append(changes(outcome)) }
        return answer
    }

    private static func effect(_ effect: RunOutcome.Effect) -> Cell {
        switch effect {
        case .stored: .word("stored", LocalizedText(persian: "ثبت شد", english: "stored"))
        case .unchanged:
            .word(
                "unchanged",
                LocalizedText(
                    persian: "همان نتیجهٔ پیشین؛ چیزی عوض نشد", english: "same result as before; nothing changed"))
        case .dryRun:
            .word("dry_run", LocalizedText(persian: "آزمایشی؛ چیزی ثبت نشد", english: "dry run; nothing stored"))
        }
    }

    private static func ranks(_ outcome: RunOutcome) -> AnswerTable {
        let columns = [
            AnswerColumn("rank", "رتبه", "Rank", .number), AnswerColumn("title", "عنوان", "Title"),
            AnswerColumn("rank_origin", "منشأ", "Origin"), AnswerColumn("offices", "شمار", "Offices", .number),
        ]
        let rows = outcome.scheme.ranks.enumerated().flatMap { place, rank in
            RankOrigin.allCases.compactMap { origin -> [Cell]? in
                let count = outcome.counts[place + 1, origin]
                guard count > 0 || origin == .earned else { return nil }
                return [.integer(place + 1), .localized(rank.title), Words.of(origin), .integer(count)]
            }
        }
        return AnswerTable(
            "ranks", "رتبه‌ها به تفکیک منشأ", "Ranks by origin", columns, rows: rows)
    }

    private static func standings(_ outcome: RunOutcome) -> AnswerTable {
        let columns = [
            AnswerColumn("standing", "وضعیت", "Standing"), AnswerColumn("offices", "شمار", "Offices", .number),
        ]
        let rows = Standing.allCases.compactMap { standing -> [Cell]? in
            outcome.counts.standings[standing].map { [Words.of(standing), .integer($0)] }
        }
        return AnswerTable(
            "standings", "دفاتر به تفکیک وضعیت", "Offices by standing", columns, rows: rows)
    }

    private static func changes(_ outcome: RunOutcome) -> AnswerTable {
        let columns = [
            AnswerColumn("office_code", "دفتر", "Office"), AnswerColumn("before", "اکنون", "Now"),
            AnswerColumn("after", "پس از این", "After"),
        ]
        let rows: [[Cell]] = outcome.changes.map {
            [.text($0.office), Words.of($0.before), Words.of($0.after)]
        }
        return AnswerTable(
            "changes", "آنچه تغییر می‌کند", "What would change", columns, rows: rows)
    }
}
