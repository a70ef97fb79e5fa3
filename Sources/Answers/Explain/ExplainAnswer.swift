package import OfficeRanking
import RankingRules

/// Why an office has its rank, as an answer: who it is, lines, groups, penalties, ranks, the way to the next rank.
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
            AnswerFact("office_code", "دفتر", "Office", .text(office.code), isShown: false),
            AnswerFact("period", "دوره", "Period", .halfYear(halfYear), isShown: false),
            AnswerFact("kind", "نوع", "Kind", Words.of(office.kind)),
            AnswerFact("province", "استان", "Province", .word(office.province, province)),
            AnswerFact("county", "شهرستان", "County", .text(office.county)),
            AnswerFact("locality", "شهر یا روستا", "Locality", .text(office.locality)),
            AnswerFact("licensed_on", "تاریخ پروانه", "Licensed on", .day(office.licensedOn)),
            AnswerFact(
                "scheme", "شیوه‌نامه", "Scheme", PeriodAnswer.scheme(scheme.code, scheme.version, scheme.title)),
            AnswerFact("scheme_hash", "اثر انگشت شیوه‌نامه", "Scheme hash", .hash(explained.schemeHash)),
            AnswerFact("digest", "اثر انگشت نتیجه", "Digest", .hash(explained.digest)),
        ]
    }

    private var result: [AnswerFact] {
        let assessment = explained.assessment
        let total = explained.assessment.total
        return [
            AnswerFact("standing", "وضعیت", "Standing", Words.of(assessment.standing)),
            AnswerFact("rank", "رتبه", "Rank", .optional(assessment.rank)),
            AnswerFact("rank_origin", "منشأ رتبه", "Origin", assessment.origin.map(Words.of) ?? .empty),
            AnswerFact("total", "جمع امتیاز", "Total", .optional(total)),
            // In words only where it is another number.
            AnswerFact(
                "adjusted_total", "جمع به نسبت سقف کامل", "Total at the full maximum",
                .optional(explained.adjustedTotal), isShown: explained.adjustedTotal != total),
            AnswerFact("penalty", "کسر برای تخلف‌ها", "Penalty", total == nil ? .empty : .points(assessment.penalty)),
            AnswerFact("full_maximum", "سقف کامل", "Full maximum", .points(assessment.fullMaximum), isShown: isScored),
            AnswerFact(
                "available_maximum", "سقف در دسترس", "Available maximum", .points(assessment.availableMaximum),
                isShown: isScored),
            AnswerFact("position", "جایگاه در استان", "Position in the province", .optional(explained.position)),
        ]
    }

    private var isScored: Bool { !explained.explanation.lines.isEmpty }

    /// The number of answers belongs beside every satisfaction score.
    private var survey: [AnswerFact] {
        let criteria = explained.scheme.criteria
        let place = criteria.firstIndex { $0.survey != nil }
        let isShown = place.map(explained.disclosure.showsLine) ?? true
        // The number tells whether there are points; it is published with a mean that is not, and hides with one that is
        // hidden for the sake of another line.
        let showsNumber = isShown || place.map { !criteria[$0].isValuePublic } ?? true
        let mean = place.flatMap { explained.facts.values[$0] }.map { FixedDecimal(digits: $0, places: 3).text }
        let respondents = place.flatMap { place in
            explained.facts.respondents.indices.contains(place) ? explained.facts.respondents[place] : nil
        }
        return [
            AnswerFact(
                "satisfaction_mean", "میانگین رضایت", "Satisfaction mean",
                (isShown ? mean : nil).map(CriterionText.number) ?? .empty),
            AnswerFact(
                "respondents", "شمار پاسخ‌دهندگان", "Respondents",
                .optional(showsNumber ? respondents.map { Int($0) } : nil)),
        ]
    }
}
