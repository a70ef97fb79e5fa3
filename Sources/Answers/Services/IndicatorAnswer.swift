package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// The agency indicator as an answer: the readings first, then the lineage of the chosen one.
package enum IndicatorAnswer {
    package static func make(_ indicator: AgencyIndicator, withLineage: Bool) throws -> Answer {
        let sheet = indicator.sheet
        return make(sheet, digest: try sheet.digest, withLineage: withLineage)
    }

    package static func make(_ published: PublishedIndicator, withLineage: Bool) throws -> Answer {
        var answer = make(try published.sheet, digest: published.digest, withLineage: withLineage)
        answer.facts += [
            AnswerFact(.sheetNumber, .integer(published.number)),
            AnswerFact(.newestRevision, .integer(published.revision)),
            AnswerFact(.publishedAt, .instant(published.publishedAt)),
        ]
        return answer
    }

    /// Every row of the readings names agency, year, cut-off day and digest, so that a CSV file of them is complete by
    /// itself.
    package static func make(_ sheet: IndicatorSheet, digest: String, withLineage: Bool) -> Answer {
        let (title, year) = (sheet.rules.title, Digits.persian(String(sheet.rules.year)))
        var answer = Answer(
            LocalizedText(persian: "\(title.fa)، سال \(year)", english: "\(title.en), \(sheet.rules.year)"),
            isSample: [sheet.rules.text, sheet.rules.choices].contains("sample") ? true : nil,
            facts: facts(sheet, digest), tables: [readings(sheet, digest)])
        answer.notes = [sheet.rules.legalBasis.localized, sheet.rules.choiceBasis.localized, authority(sheet.rules)]
        if withLineage { answer.tables += IndicatorLineage.tables(sheet, digest: digest) }
        return answer
    }

    private static func facts(_ sheet: IndicatorSheet, _ digest: String) -> [AnswerFact] {
        let (rules, chosen) = (sheet.rules, sheet.readings[0])
        return [
            AnswerFact(.agencyCode, .text(sheet.agency)),
            AnswerFact(.agencyTitle, .text(sheet.agencyTitle)),
            AnswerFact(.item, .text(rules.item), isShown: false),
            AnswerFact(.year, .integer(rules.year), isShown: false),
            AnswerFact(.cutOff, .ofSheet(day: sheet.cutOff)),
            AnswerFact(
                .applicability,
                .word(Words.of(chosen.applicability, IndicatorResult.Applicability.self, Words.of))),
            AnswerFact(.numerator, .integer(chosen.numerator)),
            AnswerFact(.target, .optional(chosen.target)),
            AnswerFact(.points, .ofSheet(points: chosen.points)),
            AnswerFact(.maximum, .ofSheet(points: chosen.availableMaximum)),
            AnswerFact(
                .whenNotApplicable,
                .word(Words.of(rules.whenNotApplicable, IndicatorRules.NotApplicableEffect.self, Words.of)),
                isShown: false),
            AnswerFact(.rulesVersion, .integer(rules.version)),
            AnswerFact(.rulesHash, .hash(rules.hash)),
            AnswerFact(.textIs, .text(rules.text), isShown: false),
            AnswerFact(.choicesAre, .text(rules.choices), isShown: false),
            AnswerFact(.digest, .hash(digest)),
        ]
    }

    private static func readings(_ sheet: IndicatorSheet, _ digest: String) -> AnswerTable {
        let columns = [
            AnswerColumn(.firstYear, .number),
            AnswerColumn(.evidence), AnswerColumn(.isChosen),
            AnswerColumn(.numerator, .number), AnswerColumn(.target, .number),
            AnswerColumn(.points, .number), AnswerColumn(.maximum, .number),
            AnswerColumn(.applicability),
            AnswerColumn(.agencyCode, for: .programs),
            AnswerColumn(.year, for: .programs),
            AnswerColumn(.cutOff, for: .programs),
            AnswerColumn(.digest, for: .programs),
        ]
        let rows: [[Cell]] = sheet.readings.map { reading in
            [
                .year(reading.firstYear),
                .word(Words.of(reading.evidence, IndicatorReading.EvidenceRoute.self, Words.of)),
                .flag(reading.isChosen), .integer(reading.numerator), .optional(reading.target),
                .ofSheet(points: reading.points), .ofSheet(points: reading.availableMaximum),
                .word(Words.of(reading.applicability, IndicatorResult.Applicability.self, Words.of)),
                .text(sheet.agency),
                .integer(sheet.rules.year), .ofSheet(day: sheet.cutOff), .hash(digest),
            ]
        }
        return AnswerTable(.readings, columns, rows: rows)
    }

    private static func authority(_ rules: IndicatorSheet.Rules) -> LocalizedText {
        let (text, choices) = (Words.authority(rules.text), Words.authority(rules.choices))
        return LocalizedText(
            persian: "متن این نماگر \(text.persian) است و انتخاب‌های آن \(choices.persian).",
            english: "The text of this item is \(text.english), its choices are \(choices.english).")
    }
}

extension Cell {
    /// A year without a thousands separator.
    static func year(_ year: Int) -> Cell {
        .word(String(year), LocalizedText(persian: Digits.persian(String(year)), english: String(year)))
    }

    static func ofSheet(points: Int64?) -> Cell { .optional(points.map(Points.init(rawValue:))) }

    /// A Jalali day in the form of a sheet.
    static func ofSheet(day: String?) -> Cell {
        guard let day else { return .empty }
        return JalaliDate(day).map { .day($0.dayNumber) } ?? .text(day)
    }
}

extension IndicatorSheet.Text {
    package var localized: LocalizedText { LocalizedText(persian: fa, english: en) }
}
