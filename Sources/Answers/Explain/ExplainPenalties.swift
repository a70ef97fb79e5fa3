import RankingRules
package import Tables
import Wording

/// The penalties of violations, and their caps on the rank.
extension ExplainSteps {
    private static let decisionColumns = [
        AnswerColumn(.decisionNumber), AnswerColumn(.kindOfViolation),
        AnswerColumn(.decidedOn), AnswerColumn(.weight),
        AnswerColumn(.occurrence, .number), AnswerColumn(.pointsOff, .number),
        AnswerColumn(.expiresOn), AnswerColumn(.clause),
    ]

    package var decisions: AnswerTable {
        let rows: [[Cell]] = explanation.decisions.map { explained in
            let decision = explained.decision
            let clause = scheme.penalties.rules.first { $0.kind == decision.kind }?.clause
            return [
                .text(decision.number), violation(decision.kind), .day(decision.decidedOn),
                .word(Words.of(explained.weight)), .optional(explained.occurrence), .points(explained.points),
                .optional(explained.expiry), .optional(clause),
            ]
        }
        return AnswerTable(
            .decisions, Self.decisionColumns, rows: rows,
            for: .peopleWithRows)
    }

    package var penalties: AnswerTable {
        let columns = [
            AnswerColumn(.kindOfViolation),
            AnswerColumn(.sumOfDecisions, .number),
            AnswerColumn(.maximum, .number), AnswerColumn(.pointsOff, .number),
        ]
        let rows: [[Cell]] = explanation.penalties.map {
            [violation($0.kind), .points($0.sumOfDecisions), .optional($0.maximum), .points($0.points)]
        }
        return AnswerTable(
            .penalties, columns, rows: rows, for: .peopleWithRows)
    }

    package var caps: AnswerTable {
        let columns = [
            AnswerColumn(.kindOfViolation), AnswerColumn(.bestRank, .number),
            AnswerColumn(.until),
        ]
        let rows: [[Cell]] = explanation.caps.map { [violation($0.kind), .integer($0.rank), .day($0.until)] }
        return AnswerTable(.caps, columns, rows: rows, for: .peopleWithRows)
    }

    private func violation(_ kind: String) -> Cell {
        guard let rule = scheme.penalties.rules.first(where: { $0.kind == kind }) else { return .text(kind) }
        return .word(kind, rule.title)
    }
}
