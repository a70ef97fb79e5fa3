package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// The steps of a score as tables, in their order.
package struct ExplainSteps {
    package let explanation: Explanation
    package let scheme: Scheme
    private let kind: OfficeKind
    private let disclosure: Disclosure

    package init(_ explained: OfficeExplanation) {
        explanation = explained.explanation
        scheme = explained.scheme
        kind = explained.office.kind
        disclosure = explained.disclosure
    }

    package var lines: AnswerTable {
        let columns = [
            AnswerColumn(.criterionCode, for: .programs), AnswerColumn(.titleOfCriterion),
            AnswerColumn(.declaredValue),
            AnswerColumn(.confirmedValue, for: .peopleWhenFilled),
            AnswerColumn(.value),
            AnswerColumn(.points, .number), AnswerColumn(.maximum, .number),
            AnswerColumn(.rule), AnswerColumn(.clause),
        ]
        let criteria = scheme.criteria
        let rows = explanation.lines.enumerated().filter { criteria[$0.offset].exists(for: kind) }
            .map { line($0.element, at: $0.offset, criteria[$0.offset]) }
        return AnswerTable(.lines, columns, rows: rows, for: .peopleWithRows)
    }

    private func line(_ line: LineExplanation, at index: Int, _ criterion: Criterion) -> [Cell] {
        let text = CriterionText(criterion: criterion)
        guard disclosure.showsLine(index) else { return hidden(line, criterion) }
        let rule = RuleText(criterion: criterion, kind: kind, state: line.line.state, rule: line.rule)
        let declared = criterion.survey == nil ? explanation.declared : nil
        return [
            .text(criterion.code), .localized(criterion.title), text.cell(value(declared?.declared, at: index)),
            text.cell(value(declared?.confirmed, at: index)), text.cell(line.line.value), .points(line.line.points),
            .points(line.maximum), .word(rule.code, rule.text), .text(criterion.clause),
        ]
    }

    /// Leaves out the points and the rule, because the rule would tell the limits between which the value lies.
    private func hidden(_ line: LineExplanation, _ criterion: Criterion) -> [Cell] {
        let rule = LocalizedText(persian: "منتشر نمی‌شود", english: "not published")
        return [
            .text(criterion.code), .localized(criterion.title), .empty, .empty, .empty, .empty,
            .points(line.maximum), .word("not_published", rule), .text(criterion.clause),
        ]
    }

    private func value(_ values: [Int64?]?, at index: Int) -> Int64? {
        guard let values, values.indices.contains(index) else { return nil }
        return values[index]
    }

    package var groups: AnswerTable {
        let columns = [
            AnswerColumn(.group, for: .programs), AnswerColumn(.titleOfGroup),
            AnswerColumn(.sumOfLines, .number),
            AnswerColumn(.maximum, .number), AnswerColumn(.points, .number),
        ]
        let rows: [[Cell]] = zip(scheme.groups, explanation.groups).enumerated().map { index, pair in
            let (group, explained, isShown) = (pair.0, pair.1, disclosure.showsGroup(index))
            return [
                .text(group.code), .localized(group.title), isShown ? .points(explained.sumOfLines) : .empty,
                .points(explained.maximum), isShown ? .points(explained.points) : .empty,
            ]
        }
        return AnswerTable(.groups, columns, rows: rows, for: .peopleWithRows)
    }

    package var ranks: AnswerTable {
        let columns = [
            AnswerColumn(.rank, .number), AnswerColumn(.title),
            AnswerColumn(.threshold, .number),
            AnswerColumn(.requiredTotal, .number),
            AnswerColumn(.isThresholdMet),
            AnswerColumn(.isReached),
        ]
        let rows: [[Cell]] = explanation.ranks.map { rank in
            [
                .integer(rank.rank), .localized(scheme.ranks[rank.rank - 1].title), .points(rank.threshold),
                .points(rank.requiredTotal), .flag(rank.isThresholdMet), .flag(rank.isReached),
            ]
        }
        return AnswerTable(.rankThresholds, columns, rows: rows, for: .peopleWithRows)
    }

    package var conditions: AnswerTable {
        let columns = [
            AnswerColumn(.rank, .number), AnswerColumn(.condition),
            AnswerColumn(.points, .number), AnswerColumn(.holds),
        ]
        let rows: [[Cell]] = explanation.ranks.flatMap { rank in
            rank.conditions.map { condition in
                let isShown = disclosure.shows(condition.condition.subject, of: scheme)
                return [
                    .integer(rank.rank), .word(ConditionText(scheme: scheme).word(condition.condition)),
                    isShown ? .points(condition.points) : .empty, isShown ? .flag(condition.holds) : .empty,
                ]
            }
        }
        return AnswerTable(
            .conditions, columns, rows: rows, for: .peopleWithRows)
    }
}
