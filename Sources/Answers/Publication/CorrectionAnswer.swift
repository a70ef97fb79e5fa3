package import OfficeRanking
import RankingRules

/// What a correction would publish, as an answer.
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
                AnswerFact("period", "دوره", "Period", .halfYear(halfYear), isShown: false),
                AnswerFact("number", "شماره", "Number", .integer(correction.number)),
                AnswerFact("digest_before", "اثر انگشت پیشین", "Digest before", .hash(correction.digestBefore)),
                AnswerFact("digest", "اثر انگشت نتیجه", "Digest", .hash(correction.digest)),
                AnswerFact(
                    "offices_changed", "دفترهای دگرگون", "Offices that change", .integer(correction.offices.count)),
                // Whole: it is to be typed again.
                AnswerFact("changes", "اثر انگشت فهرست", "Digest of the list", .text(correction.changesDigest)),
            ],
            tables: ComparisonAnswer.tables(correction.offices, title))
    }
}
