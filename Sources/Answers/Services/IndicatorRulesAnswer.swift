package import RankingRules
package import Tables
import Wording

/// Rules of the indicator as an answer.
package enum IndicatorRulesAnswer {
    package static func one(_ rules: IndicatorRules, _ title: LocalizedText) -> Answer {
        var answer = Answer(
            title,
            facts: [
                AnswerFact(.item, .text(rules.item)),
                AnswerFact(.year, .year(rules.year)),
                AnswerFact(.version, .integer(rules.version)),
                AnswerFact(.title, .localized(rules.title)),
                AnswerFact(.maximum, .points(rules.maximum)),
                AnswerFact(.cap, .integer(rules.cap.rawValue)),
                AnswerFact(.chosenFirstYear, .year(rules.chosen.firstYear)),
                AnswerFact(.chosenEvidence, .word(Words.of(rules.chosen.evidence))),
                AnswerFact(
                    .whenNotApplicable, .word(Words.of(rules.whenNotApplicable))),
                AnswerFact(.textIs, word(rules.text)),
                AnswerFact(.choicesAre, word(rules.choices)),
                AnswerFact(.rulesHash, .text(rules.hash)),
            ])
        answer.notes = [rules.legalBasis, rules.readings.basis]
        return answer
    }

    private static func word(_ authority: IndicatorRules.Authority) -> Cell {
        .word(authority.rawValue, Words.authority(authority.rawValue))
    }
}
