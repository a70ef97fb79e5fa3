/// One reading of the text where it contradicts itself.
public struct IndicatorReading: Sendable, Hashable, CustomStringConvertible {
    /// Targets and services are counted from this Jalali year to the end of the evaluated one.
    public let firstYear: Int
    public let evidence: EvidenceRoute

    public enum EvidenceRoute: String, Sendable, CaseIterable {
        /// The regulator confirms that the memorandum operates; the agency uploads nothing.
        case regulatorAsked = "regulator_asked"
        /// In addition, the agency must have uploaded an image of the memorandum's first page, or letters.
        case uploaded
    }

    public init(firstYear: Int, evidence: EvidenceRoute) {
        self.firstYear = firstYear
        self.evidence = evidence
    }

    /// `1397/regulator_asked`
    public var description: String { "\(firstYear)/\(evidence.rawValue)" }
}

/// The readings that a text allows: each of its first years with each of its evidence routes.
public struct IndicatorReadings: Sendable, Hashable {
    public let firstYears: [FirstYear]
    public let routes: [Route]
    public let chosen: IndicatorReading
    /// The reason of the choice.
    public let basis: LocalizedText

    public struct FirstYear: Sendable, Hashable {
        public let year: Int
        /// The part of the text with this first year.
        public let source: LocalizedText
    }

    public struct Route: Sendable, Hashable {
        public let evidence: IndicatorReading.EvidenceRoute
        /// The part of the text with this evidence.
        public let source: LocalizedText
    }

    /// Every reading: the chosen one, then the others by first year in the order of the file.
    public var all: [IndicatorReading] {
        let listed = firstYears.flatMap { year in
            routes.map { IndicatorReading(firstYear: year.year, evidence: $0.evidence) }
        }
        return [chosen] + listed.filter { $0 != chosen }
    }
}
