package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// What an office lacks for the next better rank, and the changes that would lift it.
package struct ExplainWay {
    private let answer: NextRankAnswer
    private let scheme: Scheme
    private let disclosure: Disclosure

    package init(_ explained: OfficeExplanation) {
        answer = explained.nextRank
        scheme = explained.scheme
        disclosure = explained.disclosure
    }

    package var facts: [AnswerFact] {
        [
            AnswerFact(.nextRankState, .text(state), isShown: false),
            AnswerFact(.nextRank, .optional(gap?.rank)),
            AnswerFact(
                .nextRankRequiredTotal, .optional(gap?.requiredTotal)),
            AnswerFact(.pointsMissing, .optional(gap?.pointsMissing)),
        ]
    }

    /// The reason why there is no way up, or the meaning of the sets below.
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
        case .reachable(_, let lifts):
            (lifts.contains(where: isShown)
                ? [
                    LocalizedText(
                        persian: "هر شماره یک مجموعهٔ کمینه از تغییرهاست که دفتر را بالا می‌برد.",
                        english: "Each number is a smallest set of changes that lifts the office.")
                ] : [])
                + (lifts.allSatisfy(isShown)
                    ? []
                    : [
                        LocalizedText(
                            persian: "تغییر شاخص‌هایی که منتشر نمی‌شوند گفته نمی‌شود.",
                            english: "Changes of unpublished criteria are not shown.")
                    ])
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
            AnswerColumn(.lift, .number),
            AnswerColumn(.criterionCode, for: .programs),
            AnswerColumn(.titleOfCriterion), AnswerColumn(.from), AnswerColumn(.to),
            AnswerColumn(.pointsNow, .number),
            AnswerColumn(.pointsAfter, .number),
            AnswerColumn(.rankAfter, .number),
            AnswerColumn(.totalAfterLift, .number),
        ]
        guard case .reachable(_, let lifts) = answer else { return liftTable(columns, rows: []) }
        let rows = lifts.filter(isShown).enumerated().flatMap { number, lift in
            lift.changes.map { row($0, of: lift, number: number + 1) }
        }
        return liftTable(columns, rows: rows)
    }

    /// False if the total of a set would reveal the points of the one hidden line among its changes.
    private func isShown(_ lift: Lift) -> Bool {
        lift.changes.allSatisfy { disclosure.showsLine($0.index) }
    }

    private func liftTable(_ columns: [AnswerColumn], rows: [[Cell]]) -> AnswerTable {
        AnswerTable(
            .lifts, columns, rows: rows,
            for: .peopleWithRows)
    }

    private func row(_ change: CriterionChange, of lift: Lift, number: Int) -> [Cell] {
        let criterion = scheme.criteria[change.index]
        let text = CriterionText(criterion: criterion)
        return [
            .integer(number), .text(change.criterion), .localized(criterion.title), text.cell(change.from),
            text.cell(change.to), .points(change.pointsBefore), .points(change.pointsAfter), .integer(lift.rank),
            .points(lift.total),
        ]
    }

    package var obstacles: AnswerTable {
        let columns = [AnswerColumn(.obstacle)]
        guard case .outOfReach(_, let obstacles) = answer else {
            return obstacleTable(columns, rows: [])
        }
        return obstacleTable(columns, rows: obstacles.map { [cell($0)] })
    }

    private func obstacleTable(_ columns: [AnswerColumn], rows: [[Cell]]) -> AnswerTable {
        AnswerTable(
            .whyNoLift,
            columns, rows: rows, for: .peopleWithRows)
    }

    private func cell(_ obstacle: Obstacle) -> Cell {
        switch obstacle {
        case .rankCap(let cap): return capped(cap)
        case .condition(let condition) where !disclosure.shows(condition.condition.subject, of: scheme):
            return .word(
                "condition",
                LocalizedText(
                    persian: "شرطی که دفتر نمی‌تواند برآورد", english: "a condition beyond the office's reach"))
        case .attainablePoints where hidesWhatMayChange:
            return .word(
                "attainable_points",
                LocalizedText(
                    persian: "بیشترین جمع دست‌یافتنی کمتر از جمع لازم است",
                    english: "the attainable total is below the required one"))
        case .condition(let condition):
            let text = ConditionText(scheme: scheme).word(condition.condition)
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

    /// True if the greatest total would tell how far hidden lines are below their best.
    private var hidesWhatMayChange: Bool {
        scheme.criteria.enumerated().contains { $1.isChangeable && !disclosure.showsLine($0) }
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
