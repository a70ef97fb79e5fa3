package import OfficeRanking
import RankingRules

/// The changes of the official division as an answer.
package enum PlaceAnswer {
    package static func make(_ changes: [PlaceChange]) -> Answer {
        let title = LocalizedText(persian: "تغییر تقسیمات کشوری", english: "Changes of the official division")
        let columns = [
            AnswerColumn("kind", "تغییر", "Change"), AnswerColumn("level", "سطح", "Level"),
            AnswerColumn("province_code", "کد استان", "Province code"), AnswerColumn("province", "استان", "Province"),
            AnswerColumn("county_code", "کد شهرستان", "County code"), AnswerColumn("county", "شهرستان", "County"),
            AnswerColumn("name", "نام", "Name"), AnswerColumn("name_before", "نام پیشین", "Name before"),
            AnswerColumn("from_county", "از شهرستان", "From county"), AnswerColumn("effective_on", "از روز", "From"),
            AnswerColumn("reason", "دلیل", "Reason"),
        ]
        let rows: [[Cell]] = changes.map {
            [
                Words.of($0.kind), Words.of($0.level), .text($0.provinceCode),
                .word($0.province, LocalizedText(persian: $0.province, english: $0.provinceEnglish)),
                .optional($0.countyCode), .text($0.county), .text($0.name), .optional($0.nameBefore),
                .optional($0.fromCounty), .day($0.effectiveOn), .text($0.reason),
            ]
        }
        return Answer(title, tables: [AnswerTable("places", title.persian, title.english, columns, rows: rows)])
    }

    /// After one act.
    package static func make(_ changes: [PlaceChange], hasChanged: Bool) -> Answer {
        var answer = make(changes)
        answer.facts.append(AnswerFact("has_changed", "تغییر کرد", "Changed", .flag(hasChanged)))
        return answer
    }

    /// After a file.
    package static func make(_ changes: [PlaceChange], _ taken: TakenPlaces) -> Answer {
        var answer = make(changes)
        answer.facts += [
            AnswerFact("added", "افزوده", "Added", .integer(taken.added)),
            AnswerFact("known", "از پیش شناخته", "Known already", .integer(taken.known)),
        ]
        return answer
    }
}

extension Words {
    fileprivate static func of(_ kind: PlaceChange.Kind) -> Cell {
        switch kind {
        case .added: .word(kind.rawValue, LocalizedText(persian: "افزوده شد", english: "added"))
        case .renamed: .word(kind.rawValue, LocalizedText(persian: "نام تازه گرفت", english: "renamed"))
        case .split: .word(kind.rawValue, LocalizedText(persian: "جدا شد", english: "split off"))
        }
    }

    fileprivate static func of(_ level: PlaceLevel) -> Cell {
        switch level {
        case .county: .word(level.rawValue, LocalizedText(persian: "شهرستان", english: "county"))
        case .city: .word(level.rawValue, LocalizedText(persian: "شهر", english: "city"))
        case .village: .word(level.rawValue, LocalizedText(persian: "روستا", english: "village"))
        }
    }
}
