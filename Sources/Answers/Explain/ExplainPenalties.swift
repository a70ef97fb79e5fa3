import RankingRules

/// What violations took off, and the caps they put on the rank.
extension ExplainSteps {
    private static let decisionColumns = [
        AnswerColumn("decision_number", "شمارهٔ رأی", "Decision"), AnswerColumn("kind", "تخلف", "Violation"),
        AnswerColumn("decided_on", "تاریخ", "Decided on"), AnswerColumn("weight", "اثر", "Effect"),
        AnswerColumn("occurrence", "بار", "Occurrence", .number), AnswerColumn("points", "کسر", "Points off", .number),
        AnswerColumn("expires_on", "تا", "Counts until"), AnswerColumn("clause", "مستند", "Clause"),
    ]

    package var decisions: AnswerTable {
        let rows: [[Cell]] = explanation.decisions.map { explained in
            let decision = explained.decision
            let clause = scheme.penalties.rules.first { $0.kind == decision.kind }?.clause
            return [
                .text(decision.number), violation(decision.kind), .day(decision.decidedOn),
                Words.of(explained.weight), .optional(explained.occurrence), .points(explained.points),
                .optional(explained.expiry), .optional(clause),
            ]
        }
        return AnswerTable(
            "decisions", "رأی‌های تخلف", "Decisions on violations", Self.decisionColumns, rows: rows,
            for: .peopleWithRows)
    }

    package var penalties: AnswerTable {
        let columns = [
            AnswerColumn("kind", "تخلف", "Violation"),
            AnswerColumn("sum_of_decisions", "جمع رأی‌ها", "Sum of decisions", .number),
            AnswerColumn("maximum", "سقف", "Maximum", .number), AnswerColumn("points", "کسر", "Points off", .number),
        ]
        let rows: [[Cell]] = explanation.penalties.map {
            [violation($0.kind), .points($0.sumOfDecisions), .optional($0.maximum), .points($0.points)]
        }
        return AnswerTable(
            "penalties", "کسر به تفکیک تخلف", "Penalties by kind", columns, rows: rows, for: .peopleWithRows)
    }

    package var caps: AnswerTable {
        let columns = [
            AnswerColumn("kind", "تخلف", "Violation"), AnswerColumn("rank", "بهترین رتبهٔ ممکن", "Best rank", .number),
            AnswerColumn("until", "تا", "Until"),
        ]
        let rows: [[Cell]] = explanation.caps.map { [violation($0.kind), .integer($0.rank), .day($0.until)] }
        return AnswerTable("caps", "سقف رتبه", "Rank caps in force", columns, rows: rows, for: .peopleWithRows)
    }

    private func violation(_ kind: String) -> Cell {
        guard let rule = scheme.penalties.rules.first(where: { $0.kind == kind }) else { return .text(kind) }
        return .word(kind, rule.title)
    }
}
