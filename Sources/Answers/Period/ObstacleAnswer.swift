package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// The obstacles to a step of a half-year.
package enum ObstacleAnswer {
    package static func make(_ obstacles: [StepObstacle], in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "مانع‌های گام در دورهٔ \(period.text(in: .persian))", english: "Obstacles of a step in \(halfYear)")
        return Answer(
            title, facts: [AnswerFact(.period, period)],
            tables: [table(of: obstacles)])
    }

    static func table(of obstacles: [StepObstacle]) -> AnswerTable {
        AnswerTable(.obstacles, columns, rows: obstacles.map(row))
    }

    private static let columns = [
        AnswerColumn(.step), AnswerColumn(.code),
        AnswerColumn(.detail), AnswerColumn(.sentence),
        AnswerColumn(.standing),
        AnswerColumn(.overrule, .number, for: .peopleWhenFilled),
        AnswerColumn(.reason, for: .peopleWhenFilled),
        AnswerColumn(.madeBy, for: .peopleWhenFilled),
        AnswerColumn(.confirmedBy, for: .peopleWhenFilled),
    ]

    private static func row(_ obstacle: StepObstacle) -> [Cell] {
        [
            .word(Words.of(obstacle.step)), .text(obstacle.code), .text(obstacle.detail), .localized(obstacle.sentence),
            .word(Words.standing(of: obstacle)), .optional(obstacle.overrule), .optional(obstacle.reason),
            .optional(obstacle.madeBy), .optional(obstacle.confirmedBy),
        ]
    }
}
