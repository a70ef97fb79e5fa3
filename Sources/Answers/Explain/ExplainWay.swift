package import OfficeRanking
package import RankingRules

/// What separates an office from the next better rank, and what would lift it.
package struct ExplainWay {
    private let answer: NextRankAnswer
    private let scheme: Scheme
    private let shows: (Criterion) -> Bool

    package init(_ explained: OfficeExplanation) {
        answer = explained.nextRank
        scheme = explained.scheme
        shows = explained.shows
    }

    package var facts: [AnswerFact] {
        [
            AnswerFact("next_rank_state", "", "", .text(state), isShown: false),
            AnswerFact("next_rank", "رتبهٔ بهتر بعدی", "Next better rank", .optional(gap?.rank)),
            AnswerFact(
                "next_rank_required_total", "جمع لازم برای آن", "Total it asks for", .optional(gap?.requiredTotal)),
            AnswerFact("points_missing", "امتیاز کم", "Points missing", .optional(gap?.pointsMissing)),
        ]
    }

    /// Says why there is no way up, or what the sets below are.
    package var sentences: [LocalizedText] {
        switch answer {
        case .alreadyBest:
            [LocalizedText(persian: "دفتر در بهترین رتبه است.", english: "The office has the best rank.")]
        case .notRanked:
            [LocalizedText(persian: "دفتر در این دوره رتبه ندارد.", english: "The office has no rank in this period.")]
        case .tookNoPart:
            [
                LocalizedText(
                    persian: "رتبه پیش‌فرض است، چون دفتر شرکت نکرده؛ راه رتبهٔ بهتر، خوداظهاری است.",
                    english: "The rank is the default of an office that took no part; the way up is a declaration.")
            ]
        case .reachable:
            [
                LocalizedText(
                    persian: "هر شماره یک مجموعهٔ کمینه از تغییرهاست که دفتر را بالا می‌برد.",
                    english: "Each number is a smallest set of changes that lifts the office.")
            ]
        case .outOfReach: []
        }
    }

    private var state: String {
        switch answer {
        case .alreadyBest: "already_best"
        case .notRanked: "not_ranked"
        case .tookNoPart: "took_no_part"
        case .reachable: "reachable"
        case .outOfReach: "out_of_reach"
        }
    }

    private var gap: NextRankGap? {
        switch answer {
        case .reachable(let gap, _), .outOfReach(let gap, _): gap
        case .alreadyBest, .notRanked, .tookNoPart: nil
        }
    }

    package var lifts: AnswerTable {
        let columns = [
            AnswerColumn("lift", "شماره", "Set", .number),
            AnswerColumn("criterion", "شناسه", "Criterion", for: .programs),
            AnswerColumn("title", "شاخص", "Title"), AnswerColumn("from", "از", "From"), AnswerColumn("to", "به", "To"),
            AnswerColumn("points_before", "امتیاز اکنون", "Points now", .number),
            AnswerColumn("points_after", "امتیاز پس از آن", "Points then", .number),
            AnswerColumn("rank", "رتبه می‌شود", "Rank then", .number),
            AnswerColumn("total", "جمع می‌شود", "Total then", .number),
        ]
        guard case .reachable(_, let lifts) = answer else { return liftTable(columns, rows: []) }
        let rows = lifts.enumerated().flatMap { number, lift in
            lift.changes.map { row($0, of: lift, number: number + 1) }
        }
        return liftTable(columns, rows: rows)
    }

    private func liftTable(_ columns: [AnswerColumn], rows: [[Cell]]) -> AnswerTable {
        AnswerTable(
            "lifts", "تغییرهایی که رتبه را بهتر می‌کند", "Changes that lift the office", columns, rows: rows,
            for: .peopleWithRows)
    }

    private func row(_ change: CriterionChange, of lift: Lift, number: Int) -> [Cell] {
        let criterion = scheme.criteria[change.place]
        let text = CriterionText(criterion: criterion)
        let (from, to) = shows(criterion) ? (text.cell(change.from), text.cell(change.to)) : (.empty, .empty)
        return [
            .integer(number), .text(change.criterion), .localized(criterion.title), from, to,
            .points(change.pointsBefore), .points(change.pointsAfter), .integer(lift.rank),
            .points(lift.total),
        ]
    }

    package var obstacles: AnswerTable {
        let columns = [AnswerColumn("obstacle", "مانع", "Obstacle")]
        guard case .outOfReach(_, let obstacles) = answer else {
            return obstacleTable(columns, rows: [])
        }
        return obstacleTable(columns, rows: obstacles.map { [cell($0)] })
    }

    private func obstacleTable(_ columns: [AnswerColumn], rows: [[Cell]]) -> AnswerTable {
        AnswerTable(
            "obstacles", "چرا با تغییر دفتر به رتبهٔ بهتر نمی‌رسد", "Why no change of the office reaches the next rank",
            columns, rows: rows, for: .peopleWithRows)
    }

    private func cell(_ obstacle: Obstacle) -> Cell {
        switch obstacle {
        case .rankCap(let cap): return capped(cap)
        case .condition(let condition):
            let text = ConditionText(scheme: scheme).cell(condition.condition)
            return .word(
                "condition",
                LocalizedText(
                    persian: "شرطی که دفتر نمی‌تواند برآورد: \(text.text(in: .persian))",
                    english: "a condition beyond the office's reach: \(text.text(in: .english))"))
        case .attainablePoints(let greatest, let required):
            let (most, needed) = (Cell.points(greatest), Cell.points(required))
            return .word(
                "attainable_points",
                LocalizedText(
                    persian:
                        "بیشترین جمع دست‌یافتنی \(most.text(in: .persian)) است و \(needed.text(in: .persian)) لازم است",
                    english:
                        "at most \(most.text(in: .english)) can be attained, \(needed.text(in: .english)) are asked"))
        case .threeChangesDoNotSuffice:
            return .word(
                "three_changes_do_not_suffice",
                LocalizedText(persian: "با سه تغییر شدنی نیست", english: "three changes do not suffice"))
        case .tooManyWaysToTry:
            return .word(
                "too_many_ways_to_try",
                LocalizedText(
                    persian: "راه‌های ممکن بیش از آن است که همه آزموده شود",
                    english: "there are more ways than can be tried"))
        }
    }

    private func capped(_ cap: RankCapInForce) -> Cell {
        let title = scheme.penalties.rules.first { $0.kind == cap.kind }?.title
        return .word(
            "rank_cap",
            LocalizedText(
                persian: """
                    تخلف «\(title?.persian ?? cap.kind)» تا \(HumanDay.text(cap.until, .persian)) رتبهٔ بهتر از \
                    \(Digits.persian(String(cap.rank))) نمی‌دهد
                    """,
                english: """
                    “\(title?.english ?? cap.kind)” allows no better rank than \(cap.rank) until \
                    \(HumanDay.text(cap.until, .english))
                    """))
    }
}
