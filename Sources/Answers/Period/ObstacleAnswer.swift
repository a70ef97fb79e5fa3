package import OfficeRanking
package import RankingRules

/// What stands against a step of a half-year.
package enum ObstacleAnswer {
    package static func make(_ obstacles: [StepObstacle], in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "مانع‌های گام در دورهٔ \(period.text(in: .persian))", english: "Obstacles of a step in \(halfYear)")
        return Answer(
            title, facts: [AnswerFact("period", "دوره", "Period", period)],
            tables: [table(of: obstacles)])
    }

    static func table(of obstacles: [StepObstacle]) -> AnswerTable {
        AnswerTable("obstacles", "مانع‌ها", "Obstacles", columns, rows: obstacles.map(row))
    }

    private static let columns = [
        AnswerColumn("step", "گام", "Step"), AnswerColumn("code", "کد", "Code"),
        AnswerColumn("detail", "جزئیات", "Detail"), AnswerColumn("sentence", "شرح", "Sentence"),
        AnswerColumn("standing", "وضعیت", "Standing"),
        AnswerColumn("overrule", "شمارهٔ نادیده‌گرفتن", "Overrule", .number, for: .peopleWhenFilled),
        AnswerColumn("reason", "دلیل", "Reason", for: .peopleWhenFilled),
        AnswerColumn("made_by", "نخستین نفر", "First person", for: .peopleWhenFilled),
        AnswerColumn("confirmed_by", "دومین نفر", "Second person", for: .peopleWhenFilled),
    ]

    private static func row(_ obstacle: StepObstacle) -> [Cell] {
        [
            Words.of(obstacle.step), .text(obstacle.code), .text(obstacle.detail), .localized(obstacle.sentence),
            Words.standing(of: obstacle), .optional(obstacle.overrule), .optional(obstacle.reason),
            .optional(obstacle.madeBy), .optional(obstacle.confirmedBy),
        ]
    }
}
