package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The changes of a correction, as an answer.
package enum CorrectionAnswer {
    package static func make(_ correction: Correction) -> Answer {
        let halfYear = correction.period.halfYear
        let title = LocalizedText(
            persian: "آنچه انتشار \(Digits.persian(String(correction.number))) "
                + "\(Cell.halfYear(halfYear).text(in: .persian)) تغییر می‌دهد",
            english: "What publication \(correction.number) of \(halfYear) would change")
        return Answer(
            title, isSample: correction.period.isSample,
            facts: [
                AnswerFact(.period, .halfYear(halfYear), isShown: false),
                AnswerFact(.number, .integer(correction.number)),
                AnswerFact(.digestBefore, .hash(correction.digestBefore)),
                AnswerFact(.resultDigest, .hash(correction.digest)),
                AnswerFact(
                    .officesChanged, .integer(correction.offices.count)),
                // In full, because a person must type it again.
                AnswerFact(.changesDigest, .text(correction.changesDigest)),
            ],
            tables: ComparisonAnswer.tables(correction.offices, title))
    }
}
