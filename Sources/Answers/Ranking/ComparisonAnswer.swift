package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The differences between two periods as an answer.
package enum ComparisonAnswer {
    package static func make(_ comparison: PeriodComparison) -> Answer {
        let (earlier, later) = (comparison.earlier, comparison.later)
        let names = [earlier, later].map { Cell.halfYear($0.halfYear).text(in: .persian) }
        let title = LocalizedText(
            persian: "جابه‌جایی از \(names[0]) به \(names[1])",
            english: "Moves from \(earlier.halfYear) to \(later.halfYear)")
        return Answer(
            title, isSample: earlier.isSample || later.isSample,
            facts: [
                AnswerFact(.earlier, .halfYear(earlier.halfYear), isShown: false),
                AnswerFact(.later, .halfYear(later.halfYear), isShown: false),
                AnswerFact(.earlierDigest, .optional(earlier.digest), isShown: false),
                AnswerFact(.laterDigest, .optional(later.digest), isShown: false),
                AnswerFact(.moved, .integer(comparison.moves.count)),
                AnswerFact(.unmoved, .integer(comparison.unmoved)),
            ],
            tables: tables(comparison.moves, title))
    }

    static func tables(_ moves: [PeriodComparison.Move], _ title: LocalizedText) -> [AnswerTable] {
        [Self.moves(moves, title), lines(moves)]
    }

    private static func moves(_ moves: [PeriodComparison.Move], _ title: LocalizedText) -> AnswerTable {
        let columns = [
            AnswerColumn(.officeCode), AnswerColumn(.before),
            AnswerColumn(.after), AnswerColumn(.totalBefore, .number),
            AnswerColumn(.totalAfter, .number),
            AnswerColumn(.penaltyChange, .number),
            AnswerColumn(.lines),
        ]
        let rows: [[Cell]] = moves.map { move in
            [
                .text(move.office), .word(Words.of(move.before)), .word(Words.of(move.after)),
                .optional(move.totalBefore),
                .optional(move.totalAfter), .points(move.penaltyChange), reasons(move.lines),
            ]
        }
        return AnswerTable("moves", title, columns, rows: rows)
    }

    private static func lines(_ moves: [PeriodComparison.Move]) -> AnswerTable {
        let columns = [
            AnswerColumn(.officeCode), AnswerColumn(.criterion),
            AnswerColumn(.pointsBefore, .number),
            AnswerColumn(.pointsAfter, .number),
        ]
        let rows: [[Cell]] = moves.flatMap { move in
            move.lines.map { [.text(move.office), .text($0.criterion), .optional($0.before), .optional($0.after)] }
        }
        return AnswerTable(.lineChanges, columns, rows: rows, for: .programs)
    }

    /// The changed lines, one after the other: `staff_count 12.5→20`.
    private static func reasons(_ lines: [PeriodComparison.LineChange]) -> Cell {
        func text(_ language: Language) -> String {
            lines.map { line in
                let points = [line.before, line.after].map { Cell.optional($0).text(in: language) }
                let code = TextDirection.isolated(line.criterion, in: language)
                return language.choose("\(code) از \(points[0]) به \(points[1])", "\(code) \(points[0])→\(points[1])")
            }.joined(separator: language.choose("، ", ", "))
        }
        guard !lines.isEmpty else { return .empty }
        return .word(
            lines.map(\.criterion).joined(separator: " "),
            LocalizedText(persian: text(.persian), english: text(.english)))
    }
}
