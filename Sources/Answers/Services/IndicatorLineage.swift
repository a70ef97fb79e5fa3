import OfficeRanking
import RankingRules
import Tables
import Wording

/// The source of every unit of the numerator, by the chosen reading.
enum IndicatorLineage {
    static func tables(_ sheet: IndicatorSheet, digest: String) -> [AnswerTable] {
        [services(sheet, digest), memoranda(sheet), offices(sheet)]
    }

    private static func services(_ sheet: IndicatorSheet, _ digest: String) -> AnswerTable {
        let columns =
            [
                AnswerColumn(.service), AnswerColumn(.title),
                AnswerColumn(.counts),
                AnswerColumn(.countedAs, for: .peopleWhenFilled),
                AnswerColumn(.reasons),
            ]
            + ServiceStage.allCases.map { stage in
                let title = Words.of(stage)
                return AnswerColumn(
                    stage.rawValue, title.text, for: .programs)
            } + [
                AnswerColumn(.mouNumber), AnswerColumn(.mouOn),
                AnswerColumn(.confirmedOn),
                AnswerColumn(.owner, for: .programs),
                AnswerColumn(.offices, .number),
                AnswerColumn(.digest, for: .programs),
            ]
        let offering = Dictionary(grouping: sheet.offices, by: \.service).mapValues(\.count)
        let rows = sheet.services.map { row($0, sheet) + [.integer(offering[$0.code] ?? 0), .hash(digest)] }
        return AnswerTable(.lineageOfServices, columns, rows: rows)
    }

    private static func row(_ service: IndicatorSheet.Service, _ sheet: IndicatorSheet) -> [Cell] {
        let verdict = service.verdicts[0]
        let memoranda = sheet.memoranda.filter { $0.service == service.code }
        let memorandum = memoranda.first { $0.number == verdict.mouNumber } ?? memoranda.last
        let reasons = Words.ofReasons(verdict.reasons)
        let isPart = service.unit != service.code && (verdict.counts || verdict.isCountedWithUnit)
        let head: [Cell] = [
            .text(service.code), .text(service.title), .flag(verdict.counts), isPart ? .text(service.unit) : .empty,
            .word(verdict.reasons.joined(separator: " "), reasons),
        ]
        let stages = ServiceStage.allCases.map { Cell.flag(service.stages.contains($0.rawValue)) }
        return head + stages + [
            .optional(memorandum?.number), .ofSheet(day: memorandum?.signedOn),
            .ofSheet(day: memorandum?.confirmedOn), .text(service.owner),
        ]
    }

    private static func memoranda(_ sheet: IndicatorSheet) -> AnswerTable {
        let columns = [
            AnswerColumn(.service), AnswerColumn(.mouNumber),
            AnswerColumn(.mouOn), AnswerColumn(.validFrom),
            AnswerColumn(.withdrawnOn), AnswerColumn(.confirmedOn),
            AnswerColumn(.evidence), AnswerColumn(.area),
        ]
        let rows: [[Cell]] = sheet.memoranda.map {
            [
                .text($0.service), .text($0.number), .ofSheet(day: $0.signedOn), .ofSheet(day: $0.validFrom),
                .ofSheet(day: $0.withdrawnOn), .ofSheet(day: $0.confirmedOn), .optional($0.evidence), .text($0.area),
            ]
        }
        return AnswerTable(.memoranda, columns, rows: rows, for: .programs)
    }

    private static func offices(_ sheet: IndicatorSheet) -> AnswerTable {
        let columns = [
            AnswerColumn(.service), AnswerColumn(.office),
            AnswerColumn(.province), AnswerColumn(.locality),
            AnswerColumn(.rank, .number), AnswerColumn(.registeredOn),
        ]
        let rows: [[Cell]] = sheet.offices.map {
            [
                .text($0.service), .text($0.code), .text($0.province), .text($0.locality), .optional($0.rank),
                .ofSheet(day: $0.registeredOn),
            ]
        }
        return AnswerTable(.offeringOffices, columns, rows: rows)
    }
}
