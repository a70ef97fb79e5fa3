package import OfficeRanking
import RankingRules

/// The provinces with what the operator has filled in, as an answer.
package enum ProvinceAnswer {
    package static func make(_ provinces: [Province]) -> Answer {
        let title = LocalizedText(
            persian: "استان‌ها، مناطق و انجمن‌ها", english: "Provinces, regions and associations")
        let columns = [
            AnswerColumn("code", "کد", "Code"), AnswerColumn("province", "استان", "Province"),
            AnswerColumn("region", "منطقه", "Region", .number),
            AnswerColumn("region_title", "عنوان منطقه", "Region title"),
            AnswerColumn("association", "انجمن صنفی", "Association"),
        ]
        let rows: [[Cell]] = provinces.map { province in
            let name = LocalizedText(persian: province.name, english: province.nameEnglish)
            return [
                .text(province.code), .word(province.name, name), .optional(province.region),
                .optional(province.regionTitle), .optional(province.association),
            ]
        }
        return Answer(title, tables: [AnswerTable("provinces", title.persian, title.english, columns, rows: rows)])
    }
}
