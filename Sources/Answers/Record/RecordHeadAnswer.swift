package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Published heads of the record, and receipts for acts.
package enum RecordHeadAnswer {
    package static func make(_ heads: [RecordHead]) -> Answer {
        let title = LocalizedText(persian: "سرهای منتشرشدهٔ سابقه", english: "Published heads of the record")
        let columns = [
            AnswerColumn(.acts), AnswerColumn(.hash), AnswerColumn(.root), AnswerColumn(.publishedAt),
        ]
        let rows: [[Cell]] = heads.map {
            [.integer($0.count), .hash($0.hash), .hash($0.root), .instant($0.publishedAt)]
        }
        return Answer(title, tables: [AnswerTable("heads", title, columns, rows: rows)])
    }

    package static func make(_ receipt: RecordReceipt) -> Answer {
        let title = LocalizedText(persian: "رسید کار در سابقه", english: "Receipt for an act of the record")
        let path = LocalizedText(persian: "مسیر تا ریشه", english: "Path to the root")
        let rows: [[Cell]] = receipt.path.map { [.hash($0.hash), .flag($0.isLeft)] }
        return Answer(
            title,
            facts: [
                AnswerFact(.act, .integer(receipt.act)), AnswerFact(.actText, .text(receipt.text)),
                AnswerFact(.previousHash, .hash(receipt.previousHash)),
                AnswerFact(.headActs, .integer(receipt.headCount)), AnswerFact(.root, .hash(receipt.headRoot)),
                AnswerFact(.publishedAt, .instant(receipt.headPublishedAt)),
            ],
            tables: [AnswerTable("path", path, [AnswerColumn(.hash), AnswerColumn(.isLeft)], rows: rows)])
    }

    package static func exported(_ count: Int) -> Answer {
        let title = LocalizedText(persian: "سابقه نوشته شد.", english: "The record was written.")
        return Answer(title, facts: [AnswerFact(.acts, .integer(count))])
    }

    /// The result of a check without the database.
    package static func make(_ check: RecordExportCheck) -> Answer {
        let title = LocalizedText(persian: "زنجیرهٔ سابقه درست است.", english: "The chain of the record holds.")
        return Answer(
            title,
            facts: [
                AnswerFact(.recordHolds, .flag(check.holds), isShown: false),
                AnswerFact(.acts, .integer(check.checkpoint.count)),
                AnswerFact(.checkpoint, .text(check.checkpoint.description)),
            ])
    }
}
