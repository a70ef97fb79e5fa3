package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// What became of the appeals of a half-year, by province.
package enum AppealLedgerAnswer {
    package static func make(_ ledger: AppealLedger) -> Answer {
        let period = Cell.halfYear(ledger.halfYear)
        let title = LocalizedText(
            persian: "دفتر اعتراض‌های دورهٔ \(period.text(in: .persian))",
            english: "Ledger of appeals of \(ledger.halfYear)")
        return Answer(
            title, facts: [AnswerFact(.period, period, isShown: false)],
            tables: [
                AnswerTable(.appealLedger, columns, rows: ledger.provinces.map(row)),
                AnswerTable(
                    .flaggedOffices, [AnswerColumn(.office)], rows: ledger.flagged.map { [.text($0)] },
                    for: .peopleWithRows),
            ])
    }

    private static let columns = [
        AnswerColumn(.provinceCode, for: .programs), AnswerColumn(.province), AnswerColumn(.appealsFiled, .number),
        AnswerColumn(.appealsWithdrawn, .number), AnswerColumn(.appealsUpheld, .number),
        AnswerColumn(.appealsDismissed, .number), AnswerColumn(.appealsPending, .number),
        AnswerColumn(.rankChanged, .number), AnswerColumn(.medianDays, .number),
    ]

    private static func row(_ line: AppealLedger.Line) -> [Cell] {
        [
            .text(line.provinceCode),
            .word(line.province, LocalizedText(persian: line.province, english: line.provinceEnglish)),
            .integer(line.filed), .integer(line.withdrawn), .integer(line.upheld), .integer(line.dismissed),
            .integer(line.pending), .integer(line.rankChanged), .optional(line.medianDays),
        ]
    }
}
