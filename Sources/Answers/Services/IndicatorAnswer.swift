package import OfficeRanking
import RankingRules

/// The agency indicator as an answer: the readings first, then the lineage of the chosen one.
package enum IndicatorAnswer {
    package static func make(_ indicator: AgencyIndicator, withLineage: Bool) -> Answer {
        let year = Digits.persian(String(indicator.rules.year))
        var answer = Answer(
            LocalizedText(
                persian: "\(indicator.rules.title.persian)، سال \(year)",
                english: "\(indicator.rules.title.english), \(indicator.rules.year)"),
            facts: facts(indicator), tables: [readings(indicator)])
        answer.notes = [indicator.rules.legalBasis, indicator.rules.choiceBasis]
        if withLineage { answer.tables += [services(indicator), offices(indicator)] }
        return answer
    }

    private static func facts(_ indicator: AgencyIndicator) -> [AnswerFact] {
        let chosen = indicator.chosen
        return [
            AnswerFact("agency", "کد دستگاه", "Agency", .text(indicator.agency)),
            AnswerFact("agency_title", "دستگاه", "Title", .text(indicator.title)),
            AnswerFact("cut_off", "روز برش", "Cut-off day", .day(indicator.cutOff)),
            AnswerFact("applicability", "مصداق", "Applicability", Words.of(chosen.applicability)),
            AnswerFact("numerator", "خدمات ارائه‌شده", "Numerator", .integer(chosen.numerator)),
            AnswerFact("target", "هدف تفاهم‌نامه", "Target", .optional(chosen.target)),
            AnswerFact("points", "امتیاز", "Points", .optional(chosen.points)),
            AnswerFact("maximum", "سقف امتیاز", "Maximum", .points(chosen.availableMaximum)),
            AnswerFact(
                "when_not_applicable", "اثر عدم مصداق", "When not applicable",
                Words.of(indicator.rules.whenNotApplicable), isShown: false),
            AnswerFact("digest", "اثر انگشت", "Digest", .text(indicator.digest)),
        ]
    }

    private static func readings(_ indicator: AgencyIndicator) -> AnswerTable {
        let columns = [
            AnswerColumn("first_year", "سال مبنا", "First year", .number),
            AnswerColumn("evidence", "مستندات", "Evidence"), AnswerColumn("is_chosen", "برگزیده", "Chosen"),
            AnswerColumn("numerator", "صورت", "Numerator", .number), AnswerColumn("target", "هدف", "Target", .number),
            AnswerColumn("points", "امتیاز", "Points", .number), AnswerColumn("maximum", "سقف", "Maximum", .number),
            AnswerColumn("applicability", "مصداق", "Applicability"),
        ]
        let rows: [[Cell]] = indicator.results.map { result in
            [
                .word(String(result.reading.firstYear), year(result.reading.firstYear)),
                Words.of(result.reading.evidence),
                .flag(result.reading == indicator.rules.chosen), .integer(result.numerator), .optional(result.target),
                .optional(result.points), .points(result.availableMaximum), Words.of(result.applicability),
            ]
        }
        return AnswerTable("readings", "برداشت‌ها", "Readings", columns, rows: rows)
    }

    /// Years are not grouped by thousands.
    private static func year(_ year: Int) -> LocalizedText {
        LocalizedText(persian: Digits.persian(String(year)), english: String(year))
    }

    private static func services(_ indicator: AgencyIndicator) -> AnswerTable {
        let columns =
            [
                AnswerColumn("service", "کد خدمت", "Service"), AnswerColumn("title", "عنوان", "Title"),
                AnswerColumn("counts", "به شمار آمد", "Counts"),
                AnswerColumn("counted_as", "در خدمت", "Counted as", for: .peopleWhenFilled),
                AnswerColumn("reasons", "دلیل", "Reasons"),
            ]
            + ServiceStage.allCases.map { stage in
                let title = Words.of(stage)
                return AnswerColumn(
                    stage.rawValue, title.text(in: .persian), title.text(in: .english), for: .programs)
            } + [
                AnswerColumn("mou_number", "تفاهم‌نامه", "MoU"), AnswerColumn("mou_on", "تاریخ", "Signed"),
                AnswerColumn("confirmed_on", "تأیید رگولاتوری", "Confirmed"),
                AnswerColumn("owner", "دستگاه دارنده", "Owner", for: .programs),
                AnswerColumn("offices", "دفتر", "Offices", .number),
            ]
        let offering = Dictionary(grouping: indicator.offices, by: \.service).mapValues(\.count)
        let rows = indicator.chosen.verdicts.map { row($0, indicator, offering[$0.service.code] ?? 0) }
        return AnswerTable("services", "تبار خدمات", "Lineage of services", columns, rows: rows)
    }

    private static func row(_ verdict: ServiceVerdict, _ indicator: AgencyIndicator, _ offices: Int) -> [Cell] {
        let service = verdict.service
        let memoranda = indicator.memoranda.filter { $0.service == service.code }
        let memorandum = memoranda.first { $0.number == verdict.delegation?.mouNumber } ?? memoranda.last
        let reasons = LocalizedText(
            persian: verdict.reasons.map { Words.of($0).text(in: .persian) }.joined(separator: "، "),
            english: verdict.reasons.map { Words.of($0).text(in: .english) }.joined(separator: ", "))
        let head: [Cell] = [
            .text(service.code), .text(service.title), .flag(verdict.counts && !verdict.isCountedWithUnit),
            verdict.counts && verdict.unit != service.code ? .text(verdict.unit) : .empty,
            .word(verdict.reasons.map(\.rawValue).joined(separator: " "), reasons),
        ]
        let stages = ServiceStage.allCases.map { Cell.flag(service.counterStages.contains($0)) }
        return head + stages + [
            .optional(memorandum?.number), .optional(memorandum?.signedOn), .optional(memorandum?.confirmedOn),
            .text(service.owner), .integer(offices),
        ]
    }

    private static func offices(_ indicator: AgencyIndicator) -> AnswerTable {
        let columns = [
            AnswerColumn("service", "کد خدمت", "Service"), AnswerColumn("office", "کد دفتر", "Office"),
            AnswerColumn("province", "استان", "Province"), AnswerColumn("locality", "شهر یا روستا", "Locality"),
            AnswerColumn("rank", "رتبه", "Rank", .number), AnswerColumn("registered_on", "از", "Since"),
        ]
        let rows: [[Cell]] = indicator.offices.map {
            [
                .text($0.service), .text($0.code), .text($0.province), .text($0.locality), .optional($0.rank),
                .day($0.registeredOn),
            ]
        }
        return AnswerTable("offices", "دفترهای ارائه‌کننده", "Offices that offer them", columns, rows: rows)
    }
}
