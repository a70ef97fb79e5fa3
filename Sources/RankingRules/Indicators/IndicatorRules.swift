/// The rules of the sub-indicator "use of counter offices" in a year: what the circular leaves open is a parameter.
public struct IndicatorRules: Sendable, Hashable {
    /// Indicator and sub-indicator of the axis e-government: `1/8`.
    public let code: String
    /// The Jalali year that is evaluated.
    public let year: Int
    public let title: LocalizedText
    public let maximum: Points
    /// The reading that is used.
    public let chosen: IndicatorReading
    /// Every reading that the text allows, the chosen one first.
    public let readings: [IndicatorReading]
    public let whenNotApplicable: NotApplicableEffect
    public let legalBasis: LocalizedText
    /// Why the chosen reading was chosen.
    public let choiceBasis: LocalizedText

    /// What a sub-indicator that is not applicable does to the sum of maxima.
    public enum NotApplicableEffect: String, Sendable, CaseIterable {
        /// Its maximum leaves the sum.
        case shrinkMaximum = "shrink_maximum"
        /// Its maximum stays and it gives nothing.
        case noPoints = "no_points"
    }

    public init(
        code: String, year: Int, title: LocalizedText, maximum: Points, readings: [IndicatorReading],
        chosen: IndicatorReading, whenNotApplicable: NotApplicableEffect, legalBasis: LocalizedText,
        choiceBasis: LocalizedText
    ) {
        self.code = code
        self.year = year
        self.title = title
        self.maximum = maximum
        self.chosen = chosen
        self.readings = [chosen] + readings.filter { $0 != chosen }
        self.whenNotApplicable = whenNotApplicable
        self.legalBasis = legalBasis
        self.choiceBasis = choiceBasis
    }
}

/// One way to read the text where it contradicts itself.
public struct IndicatorReading: Sendable, Hashable, CustomStringConvertible {
    /// Targets and services are counted from this Jalali year to the end of the evaluated one.
    public let firstYear: Int
    public let evidence: EvidenceRoute

    public enum EvidenceRoute: String, Sendable, CaseIterable {
        /// The regulator is asked whether the memorandum operates; the agency uploads nothing.
        case regulatorAsked = "regulator_asked"
        /// As well as that, an image of the memorandum's first page, or letters, must have been uploaded.
        case uploaded
    }

    public init(firstYear: Int, evidence: EvidenceRoute) {
        self.firstYear = firstYear
        self.evidence = evidence
    }

    /// `1397/regulator_asked`
    public var description: String { "\(firstYear)/\(evidence.rawValue)" }
}

extension IndicatorRules {
    /// Year 1400, axis 3, indicator 1, sub-indicator 8.
    ///
    /// The points table and the note under the main table count from 1397, the method sheet from 1394. The section on
    /// evidence asks for the image of the memorandum's first page, the method sheet for nothing. The text does not say
    /// what a sub-indicator that is not applicable does to the maximum.
    public static let counterOffices1400 = IndicatorRules(
        code: "1/8", year: 1400,
        title: LocalizedText(
            persian: "استفاده از دفاتر پیشخوان در ارائه خدمات", english: "Use of counter offices in offering services"),
        maximum: Points(rawValue: 5_000),
        readings: [1397, 1394].flatMap { year in
            IndicatorReading.EvidenceRoute.allCases.map { IndicatorReading(firstYear: year, evidence: $0) }
        },
        chosen: IndicatorReading(firstYear: 1397, evidence: .regulatorAsked), whenNotApplicable: .shrinkMaximum,
        legalBasis: LocalizedText(
            persian: "شیوه‌نامهٔ ارزیابی شاخص‌های عمومی سال ۱۴۰۰، سطح ملی، محور ۳، شاخص ۱، نماگر ۸",
            english: "Method sheet of the general indicators of 1400, national level, axis 3, indicator 1, item 8"),
        choiceBasis: LocalizedText(
            persian: """
                سال مبنا ۱۳۹۷: جدول امتیازها و یادداشت زیر جدول اصلی (شناسنامهٔ نماگر ۱۳۹۴ می‌گوید). مستندات: \
                شناسنامهٔ نماگر، بی‌نیاز از بارگذاری و با استعلام از رگولاتوری (بخش مستندات تصویر تفاهم‌نامه می‌خواهد).
                """,
            english: """
                First year 1397: points table and the note under the main table (the method sheet says 1394). Evidence: \
                the method sheet, nothing uploaded, the regulator is asked (the evidence section wants the image).
                """))
}
