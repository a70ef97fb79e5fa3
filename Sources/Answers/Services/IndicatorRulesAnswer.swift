package import RankingRules

/// Rules of the indicator as an answer.
package enum IndicatorRulesAnswer {
    package static func one(_ rules: IndicatorRules, _ title: LocalizedText) -> Answer {
        var answer = Answer(
            title,
            facts: [
                AnswerFact("item", "نماگر", "Item", .text(rules.item)),
                AnswerFact("year", "سال", "Year", .year(rules.year)),
                AnswerFact("version", "نسخه", "Version", .integer(rules.version)),
                AnswerFact("title", "عنوان", "Title", .localized(rules.title)),
                AnswerFact("maximum", "سقف امتیاز", "Maximum", .points(rules.maximum)),
                AnswerFact("cap", "سقف نسبت (درصد)", "Cap (percent)", .integer(rules.cap.rawValue)),
                AnswerFact("chosen_first_year", "سال مبنا", "First year", .year(rules.chosen.firstYear)),
                AnswerFact("chosen_evidence", "مستندات", "Evidence", Words.of(rules.chosen.evidence)),
                AnswerFact(
                    "when_not_applicable", "اثر عدم مصداق", "When not applicable", Words.of(rules.whenNotApplicable)),
                AnswerFact("text_is", "متن", "Text", word(rules.text)),
                AnswerFact("choices_are", "انتخاب‌ها", "Choices", word(rules.choices)),
                AnswerFact("rules_hash", "اثر انگشت", "Hash", .text(rules.hash)),
            ])
        answer.notes = [rules.legalBasis, rules.readings.basis]
        return answer
    }

    private static func word(_ authority: IndicatorRules.Authority) -> Cell {
        .word(authority.rawValue, Words.authority(authority.rawValue))
    }
}
