package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Schemes as an answer.
package enum SchemeAnswer {
    package static func one(_ scheme: Scheme, hash: String, _ title: LocalizedText) -> Answer {
        Answer(
            title, isSample: scheme.isSample,
            facts: [
                AnswerFact(.code, .text(scheme.code)),
                AnswerFact(.version, .integer(scheme.version)),
                AnswerFact(.title, .localized(scheme.title)),
                AnswerFact(.validFrom, .halfYear(scheme.validFrom)),
                AnswerFact(.validTo, scheme.validTo.map(Cell.halfYear) ?? .empty),
                AnswerFact(.criteria, .integer(scheme.criteria.count)),
                AnswerFact(.ranks, .integer(scheme.ranks.count)),
                AnswerFact(.schemeHash, .text(hash)),
            ])
    }

    package static func list(_ schemes: [SchemeEntry]) -> Answer {
        let title = LocalizedText(persian: "شیوه‌نامه‌های پذیرفته‌شده", english: "Adopted schemes")
        let columns = [
            AnswerColumn(.code), AnswerColumn(.version, .number),
            AnswerColumn(.title), AnswerColumn(.validFrom),
            AnswerColumn(.validTo), AnswerColumn(.state), AnswerColumn(.schemeHash),
        ]
        let rows = schemes.map { entry in
            [
                .text(entry.code), .integer(entry.version),
                .localized(LocalizedText(persian: entry.title, english: entry.titleEnglish)),
                halfYear(entry.validFrom), halfYear(entry.validTo),
                .word(Words.ofScheme(isConfirmed: entry.isConfirmed)),
                .hash(entry.hash),
            ] as [Cell]
        }
        return Answer(
            title, isSample: schemes.contains(where: \.isSample),
            tables: [AnswerTable("schemes", title, columns, rows: rows)])
    }

    private static func halfYear(_ text: String?) -> Cell {
        text.flatMap { HalfYear($0) }.map(Cell.halfYear) ?? .empty
    }
}
