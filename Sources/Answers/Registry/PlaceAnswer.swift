package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The changes of the official division as an answer.
package enum PlaceAnswer {
    package static func make(_ changes: [PlaceChange]) -> Answer {
        let title = LocalizedText(persian: "تغییر تقسیمات کشوری", english: "Changes of the official division")
        let columns = [
            AnswerColumn(.kindOfChange), AnswerColumn(.level),
            AnswerColumn(.provinceCode), AnswerColumn(.province),
            AnswerColumn(.countyCode), AnswerColumn(.county),
            AnswerColumn(.name), AnswerColumn(.nameBefore),
            AnswerColumn(.fromCounty), AnswerColumn(.effectiveOn),
            AnswerColumn(.reason),
        ]
        let rows: [[Cell]] = changes.map {
            [
                .word(Words.of($0.kind)), .word(Words.of($0.level)), .text($0.provinceCode),
                .word($0.province, LocalizedText(persian: $0.province, english: $0.provinceEnglish)),
                .optional($0.countyCode), .text($0.county), .text($0.name), .optional($0.nameBefore),
                .optional($0.fromCounty), .day($0.effectiveOn), .text($0.reason),
            ]
        }
        return Answer(title, tables: [AnswerTable("places", title, columns, rows: rows)])
    }

    /// The answer to one act.
    package static func make(_ changes: [PlaceChange], hasChanged: Bool) -> Answer {
        var answer = make(changes)
        answer.facts.append(AnswerFact(.hasChanged, .flag(hasChanged)))
        return answer
    }

    /// The answer to a file.
    package static func make(_ changes: [PlaceChange], _ taken: TakenPlaces) -> Answer {
        var answer = make(changes)
        answer.facts += [
            AnswerFact(.added, .integer(taken.added)),
            AnswerFact(.known, .integer(taken.known)),
        ]
        return answer
    }
}
