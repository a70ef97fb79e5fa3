package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The reasons of an office's rank as an answer: the office, lines, groups, penalties, ranks, the way to the next rank.
package struct ExplainAnswer {
    package let explained: OfficeExplanation

    package init(_ explained: OfficeExplanation) {
        self.explained = explained
    }

    package func make() -> Answer {
        let code = explained.office.code
        let title = LocalizedText(
            persian:
                "دفتر \(TextDirection.isolated(code, in: .persian)) در \(Cell.halfYear(halfYear).text(in: .persian))",
            english: "Office \(code) in \(halfYear)")
        let steps = ExplainSteps(explained)
        let way = ExplainWay(explained)
        var answer = Answer(
            title, isSample: explained.scheme.isSample, facts: place + result + survey + way.facts,
            tables: [
                steps.lines, steps.groups, steps.decisions, steps.penalties, steps.caps, steps.ranks, steps.conditions,
                way.lifts, way.obstacles,
            ])
        answer.notes = way.sentences
        return answer
    }

    private var halfYear: HalfYear { explained.period.halfYear }

    private var place: [AnswerFact] {
        let office = explained.office
        let province = LocalizedText(persian: office.province, english: office.provinceEnglish)
        let scheme = explained.scheme
        return [
            AnswerFact(.officeCode, .text(office.code), isShown: false),
            AnswerFact(.period, .halfYear(halfYear), isShown: false),
            AnswerFact(.kind, .word(Words.of(office.kind))),
            AnswerFact(.province, .word(office.province, province)),
            AnswerFact(.county, .text(office.county)),
            AnswerFact(.locality, .text(office.locality)),
            AnswerFact(.licensedOn, .day(office.licensedOn)),
            AnswerFact(
                .scheme, PeriodAnswer.scheme(scheme.code, scheme.version, scheme.title)),
            AnswerFact(.schemeHash, .hash(explained.schemeHash)),
            AnswerFact(.resultDigest, .hash(explained.digest)),
        ]
    }

    private var result: [AnswerFact] {
        let assessment = explained.assessment
        let total = explained.assessment.total
        return [
            AnswerFact(.standing, .word(Words.of(assessment.standing))),
            AnswerFact(.rank, .optional(assessment.rank)),
            AnswerFact(.rankOrigin, .optional(assessment.origin.map(Words.of))),
            AnswerFact(.total, .optional(total)),
            // Shown to people only if it is another number.
            AnswerFact(
                .adjustedTotal,
                .optional(explained.adjustedTotal), isShown: explained.adjustedTotal != total),
            AnswerFact(.penalty, total == nil ? .empty : .points(assessment.penalty)),
            AnswerFact(.fullMaximum, .points(assessment.fullMaximum), isShown: isScored),
            AnswerFact(
                .availableMaximum, .points(assessment.availableMaximum),
                isShown: isScored),
            AnswerFact(.position, .optional(explained.position)),
        ] + (explained.hasPendingAppeal ? [AnswerFact(.appealPending, .flag(true))] : [])
    }

    private var isScored: Bool { !explained.explanation.lines.isEmpty }

    /// Every satisfaction score is shown with the number of people who answered.
    private var survey: [AnswerFact] {
        let criteria = explained.scheme.criteria
        let index = criteria.firstIndex { $0.survey != nil }
        let isShown = index.map(explained.disclosure.showsLine) ?? true
        // The number tells whether there are points. It is shown if the mean itself is not public, and hidden if the
        // mean is hidden for the sake of another line.
        let showsNumber = isShown || index.map { !criteria[$0].isValuePublic } ?? true
        let mean = index.flatMap { explained.facts.values[$0] }.map { FixedDecimal(digits: $0, places: 3).text }
        let respondents = index.flatMap { index in
            explained.facts.respondents.indices.contains(index) ? explained.facts.respondents[index] : nil
        }
        return [
            AnswerFact(
                .satisfactionMean,
                (isShown ? mean : nil).map(Cell.number) ?? .empty),
            AnswerFact(
                .respondents, .optional(showsNumber ? respondents.map { Int($0) } : nil)),
        ]
    }
}
