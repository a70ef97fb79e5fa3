package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The provinces with the region and association that the operator has recorded, as an answer.
package enum ProvinceAnswer {
    package static func make(_ provinces: [Province]) -> Answer {
        let title = LocalizedText(
            persian: "استان‌ها، مناطق و انجمن‌ها", english: "Provinces, regions and associations")
        let columns = [
            AnswerColumn(.code), AnswerColumn(.province),
            AnswerColumn(.region, .number),
            AnswerColumn(.regionTitle),
            AnswerColumn(.association),
        ]
        let rows: [[Cell]] = provinces.map { province in
            let name = LocalizedText(persian: province.name, english: province.nameEnglish)
            return [
                .text(province.code), .word(province.name, name), .optional(province.region),
                .optional(province.regionTitle), .optional(province.association),
            ]
        }
        return Answer(title, tables: [AnswerTable("provinces", title, columns, rows: rows)])
    }
}
