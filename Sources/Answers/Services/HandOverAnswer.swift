package import OfficeRanking
import RankingRules

/// The versions of the hand-over policy as an answer.
package enum HandOverAnswer {
    package static func make(_ policies: [HandOverPolicy]) -> Answer {
        let title = LocalizedText(persian: "مهلت و ترتیب واگذاری خدمات", english: "Hand-over policy")
        let columns = [
            AnswerColumn("effective_on", "از روز", "From"), AnswerColumn("order", "ترتیب", "Order"),
            AnswerColumn("rank_change_days", "رتبه (روز)", "Rank (days)", .number),
            AnswerColumn("suspension_days", "تعلیق (روز)", "Suspension (days)", .number),
            AnswerColumn("closure_days", "پایان پروانه (روز)", "Closure (days)", .number),
            AnswerColumn("withdrawal_days", "لغو واگذاری (روز)", "Withdrawal (days)", .number),
            AnswerColumn("other_days", "دیگر (روز)", "Other (days)", .number),
            AnswerColumn("legal_basis", "مستند", "Legal basis"), AnswerColumn("sample", "نمونه", "Sample"),
        ]
        let rows: [[Cell]] = policies.map {
            [
                .day($0.effectiveOn), Words.of($0.order), .integer($0.rankChangeDays), .integer($0.suspensionDays),
                .integer($0.closureDays), .integer($0.withdrawalDays), .integer($0.otherDays), .text($0.legalBasis),
                .flag($0.isSample),
            ]
        }
        return Answer(title, tables: [AnswerTable("policies", title.persian, title.english, columns, rows: rows)])
    }
}
