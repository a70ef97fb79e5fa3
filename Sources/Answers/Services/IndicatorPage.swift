package import OfficeRanking
import RankingRules
import Tables
import Wording

/// The sheet of an agency as a Persian page, from right to left, for people and files.
package enum IndicatorPage {
    package static func text(_ sheet: IndicatorSheet, digest: String) -> String {
        let blocks = [
            heading(sheet), result(sheet), readings(sheet), counted(sheet), refused(sheet), end(sheet, digest),
        ]
        return blocks.filter { !$0.isEmpty }
            .map { $0.map { TextDirection.rightToLeftLine($0) + "\n" }.joined() }
            .joined(separator: "\n")
    }

    private static func heading(_ sheet: IndicatorSheet) -> [String] {
        let year = Digits.persian(String(sheet.rules.year))
        let title = "برگهٔ نماگر «\(printable(sheet.rules.title.fa))»، سال \(year)"
        let sample = [sheet.rules.text, sheet.rules.choices].contains("sample") ? [SampleBanner.text.persian] : []
        return [title, String(repeating: "═", count: DisplayWidth.of(title))] + sample + [
            "دستگاه: \(printable(sheet.agencyTitle)) (کد \(shown(sheet.agency)))",
            "روز برش: \(day(sheet.cutOff))",
        ]
    }

    private static func result(_ sheet: IndicatorSheet) -> [String] {
        let chosen = sheet.readings[0]
        guard let points = chosen.points, let target = chosen.target else {
            return ["امتیاز: ندارد — \(applicability(chosen))"]
        }
        return [
            "امتیاز: \(number(points)) از \(number(sheet.rules.maximum))",
            "خدمات ارائه‌شده در دفاتر: \(number(chosen.numerator))؛ هدف تفاهم‌نامه: \(number(target))",
        ]
    }

    private static func readings(_ sheet: IndicatorSheet) -> [String] {
        ["برداشت‌های متن:"]
            + sheet.readings.map { reading in
                let route = Words.of(reading.evidence, IndicatorReading.EvidenceRoute.self, Words.of)
                let outcome =
                    reading.points.map { "\(reading.numerator.persian) از \(target(reading))، امتیاز \(number($0))" }
                    ?? applicability(reading)
                let mark = reading.isChosen ? " (برگزیده)" : ""
                return "• از سال \(Digits.persian(String(reading.firstYear)))، \(route.text(in: .persian)): "
                    + outcome + mark
            }
    }

    private static func counted(_ sheet: IndicatorSheet) -> [String] {
        let offering = Dictionary(grouping: sheet.offices, by: \.service).mapValues(\.count)
        let counting = sheet.services.filter { $0.verdicts[0].counts || $0.verdicts[0].isCountedWithUnit }
        return ["خدماتی که به شمار آمد:"]
            + (counting.isEmpty
                ? ["• هیچ"]
                : counting.map { service in
                    let verdict = service.verdicts[0]
                    let part = verdict.counts ? "" : "؛ همراه خدمت \(shown(service.unit)) یک بار شمرده شد"
                    return "• \(name(service)): تفاهم‌نامهٔ \(shown(verdict.mouNumber ?? "–"))، "
                        + "\((offering[service.code] ?? 0).persian) دفتر" + part
                })
    }

    private static func refused(_ sheet: IndicatorSheet) -> [String] {
        let refused = sheet.services.filter { !$0.verdicts[0].reasons.isEmpty }
        guard !refused.isEmpty else { return [] }
        return ["خدماتی که به شمار نیامد:"]
            + refused.map { "• \(name($0)): \(Words.ofReasons($0.verdicts[0].reasons).persian)" }
    }

    private static func end(_ sheet: IndicatorSheet, _ digest: String) -> [String] {
        let rules = sheet.rules
        return [
            "مبنای قانونی: \(printable(rules.legalBasis.fa))",
            "دلیل انتخاب‌ها: \(printable(rules.choiceBasis.fa))",
            "متن: \(Words.authority(rules.text).persian)؛ انتخاب‌ها: \(Words.authority(rules.choices).persian)؛ "
                + "نسخهٔ قواعد: \(rules.version.persian)، \(shown(rules.hash))",
            "اثر انگشت برگه: \(shown(digest))",
        ]
    }

    private static func name(_ service: IndicatorSheet.Service) -> String {
        "\(printable(service.title)) (\(shown(service.code)))"
    }

    private static func applicability(_ reading: IndicatorSheet.Reading) -> String {
        Words.of(reading.applicability, IndicatorResult.Applicability.self, Words.of).text(in: .persian)
    }

    private static func target(_ reading: IndicatorSheet.Reading) -> String {
        reading.target.map(\.persian) ?? "–"
    }

    /// A code keeps its own digits and order.
    private static func shown(_ code: String) -> String {
        TextDirection.isolated(printable(code), in: .persian)
    }

    private static func day(_ day: String) -> String { Cell.ofSheet(day: day).text(in: .persian) }

    private static func number(_ points: Int64) -> String {
        Cell.points(Points(rawValue: points)).text(in: .persian)
    }

    private static func number(_ count: Int) -> String { count.persian }
}

extension Int {
    fileprivate var persian: String { HumanNumber.text(String(self), .persian) }
}
