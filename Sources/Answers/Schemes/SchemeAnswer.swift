package import OfficeRanking
package import RankingRules

/// Schemes as an answer.
package enum SchemeAnswer {
    package static func one(_ scheme: Scheme, hash: String, _ title: LocalizedText) -> Answer {
        Answer(
            title, isSample: scheme.isSample,
            facts: [
                AnswerFact("code", "شناسه", "Code", .text(scheme.code)),
                AnswerFact("version", "نسخه", "Version", .integer(scheme.version)),
                AnswerFact("title", "عنوان", "Title", .localized(scheme.title)),
                AnswerFact("valid_from", "اعتبار از", "Valid from", .halfYear(scheme.validFrom)),
                AnswerFact("valid_to", "اعتبار تا", "Valid to", scheme.validTo.map(Cell.halfYear) ?? .empty),
                AnswerFact("criteria", "شمار شاخص‌ها", "Criteria", .integer(scheme.criteria.count)),
                AnswerFact("ranks", "شمار رتبه‌ها", "Ranks", .integer(scheme.ranks.count)),
                AnswerFact("scheme_hash", "اثر انگشت", "Hash", .text(hash)),
            ])
    }

    package static func list(_ schemes: [SchemeEntry]) -> Answer {
        let title = LocalizedText(persian: "شیوه‌نامه‌های پذیرفته‌شده", english: "Adopted schemes")
        let columns = [
            AnswerColumn("code", "شناسه", "Code"), AnswerColumn("version", "نسخه", "Version", .number),
            AnswerColumn("title", "عنوان", "Title"), AnswerColumn("valid_from", "اعتبار از", "Valid from"),
            AnswerColumn("valid_to", "اعتبار تا", "Valid to"), AnswerColumn("scheme_hash", "اثر انگشت", "Hash"),
        ]
        let rows = schemes.map { entry in
            [
                .text(entry.code), .integer(entry.version),
                .localized(LocalizedText(persian: entry.title, english: entry.titleEnglish)),
                halfYear(entry.validFrom), halfYear(entry.validTo), .hash(entry.hash),
            ] as [Cell]
        }
        return Answer(
            title, isSample: schemes.contains(where: \.isSample),
            tables: [AnswerTable("schemes", title.persian, title.english, columns, rows: rows)])
    }

    private static func halfYear(_ text: String?) -> Cell {
        text.flatMap { HalfYear($0) }.map(Cell.halfYear) ?? .empty
    }
}
