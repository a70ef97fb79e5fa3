package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The published sheets of a year, the last one of each agency.
package enum PublishedSheetsAnswer {
    package static func make(_ sheets: [PublishedIndicator], _ year: Int) -> Answer {
        let title = LocalizedText(
            persian: "برگه‌های منتشرشدهٔ سال \(Digits.persian(String(year)))", english: "Published sheets of \(year)")
        let columns = [
            AnswerColumn(.agencyCode), AnswerColumn(.sheetNumber, .number),
            AnswerColumn(.cutOff), AnswerColumn(.publishedAt),
            AnswerColumn(.digest),
        ]
        let rows: [[Cell]] = sheets.map {
            [.text($0.agency), .integer($0.number), .day($0.cutOff), .instant($0.publishedAt), .hash($0.digest)]
        }
        return Answer(title, tables: [AnswerTable("sheets", title, columns, rows: rows)])
    }
}
