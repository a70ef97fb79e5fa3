/// Reads a file of indicator rules. The result is valid only if the log is empty.
struct IndicatorReader {
    private static let headingKeys = ["item", "year", "version", "title", "text", "choices", "legal_basis"]
    private static let keys = ["indicator", "maximum", "cap", "stages", "when_not_applicable", "readings"]

    func read(_ root: Field) -> IndicatorRules? {
        guard let map = root.mapping(required: Self.keys) else { return nil }
        let heading = map["indicator"]?.mapping(required: Self.headingKeys)
        let item = heading?["item"]?.indicatorItem()
        let year = heading?["year"]?.whole(IndicatorLimits.years)
        let version = heading?["version"]?.whole(SchemeLimits.versions)
        let title = heading?["title"]?.localizedText()
        let text = heading?["text"]?.word(IndicatorRules.Authority.self)
        let choices = heading?["choices"]?.word(IndicatorRules.Authority.self)
        let legalBasis = heading?["legal_basis"]?.localizedText()
        if let title, [text, choices].contains(.sample) { heading?["title"]?.requireSampleMark(title) }
        let maximum = map["maximum"]?.points(IndicatorLimits.maxima)
        let cap = map["cap"]?.whole(IndicatorLimits.caps).flatMap { Percent(rawValue: Int($0)) }
        let stages = map["stages"]?.stages()
        let effect = map["when_not_applicable"]?.word(IndicatorRules.NotApplicableEffect.self)
        let readings = map["readings"].flatMap { ReadingsReader(year: year).read($0) }
        guard let item, let year, let version, let title, let text, let choices, let legalBasis, let maximum, let cap,
            let stages, let effect, let readings
        else { return nil }
        return IndicatorRules(
            item: item, year: Int(year), version: Int(version), title: title, text: text, choices: choices,
            legalBasis: legalBasis, maximum: maximum, cap: cap, stages: stages, whenNotApplicable: effect,
            readings: readings)
    }
}

extension Field {
    /// `1/8`: an indicator and one of its sub-indicators.
    fileprivate func indicatorItem() -> String? {
        guard let text = scalar() else { return nil }
        if text.wholeMatch(of: /[1-9]\/[1-9][0-9]?/) != nil { return text }
        refuse(.badIndicatorItem(Self.excerpt(text)))
        return nil
    }

    /// A list of stages without repetition, in their own order.
    fileprivate func stages() -> [ServiceStage]? {
        guard let items = items(), !items.isEmpty else { return nil }
        var stages: Set<ServiceStage> = []
        for item in items {
            guard let stage = item.word(ServiceStage.self) else { continue }
            if !stages.insert(stage).inserted { item.refuse(.repeatedCode(stage.rawValue)) }
        }
        return ServiceStage.allCases.filter(stages.contains)
    }

    fileprivate func requireSampleMark(_ title: LocalizedText) {
        if !title.english.contains("SAMPLE") || !TextRules.contains(title.persian, "نمونه") { refuse(.sampleNotMarked) }
    }
}

/// Limits of the numbers of indicator rules. They keep every product within 64 bits.
enum IndicatorLimits {
    static let years: ClosedRange<Int64> = 1380...1500
    /// In thousandths: up to a thousand points.
    static let maxima: ClosedRange<Int64> = 1...1_000_000
    static let caps: ClosedRange<Int64> = 1...100
}
