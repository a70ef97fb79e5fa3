/// Reads the values that the text gives more than once, and the chosen one.
struct ReadingsReader {
    /// The evaluated year; nil if it is faulty.
    let year: Int64?

    func read(_ field: Field) -> IndicatorReadings? {
        guard let map = field.mapping(required: ["first_years", "evidence", "chosen", "basis"]) else { return nil }
        let years = map["first_years"].flatMap(listedYears)
        let routes = map["evidence"].flatMap(listedRoutes)
        let basis = map["basis"]?.localizedText()
        let chosen = map["chosen"].flatMap { choice($0, years, routes) }
        guard let years, let routes, let basis, let chosen else { return nil }
        return IndicatorReadings(firstYears: years, routes: routes, chosen: chosen, basis: basis)
    }

    private var yearRange: ClosedRange<Int64> {
        IndicatorLimits.years.lowerBound...(year ?? IndicatorLimits.years.upperBound)
    }

    private func listedYears(_ field: Field) -> [IndicatorReadings.FirstYear]? {
        let entries = sourced(field, "year") { $0.whole(yearRange) }
        return entries?.map { IndicatorReadings.FirstYear(year: Int($0.value), source: $0.source) }
    }

    private func listedRoutes(_ field: Field) -> [IndicatorReadings.Route]? {
        let entries = sourced(field, "route") { $0.word(IndicatorReading.EvidenceRoute.self) }
        return entries?.map { IndicatorReadings.Route(evidence: $0.value, source: $0.source) }
    }

    /// A list of different values, each with the reference to the text that gives it.
    private func sourced<Value: Hashable>(
        _ field: Field, _ key: String, _ read: (Field) -> Value?
    ) -> [(value: Value, source: LocalizedText)]? {
        guard let items = field.items() else { return nil }
        var seen: Set<Value> = []
        let entries = items.compactMap { item -> (value: Value, source: LocalizedText)? in
            guard let map = item.mapping(required: [key, "source"]) else { return nil }
            let value = map[key].flatMap(read)
            let source = map["source"]?.localizedText()
            if let value, !seen.insert(value).inserted {
                map[key]?.refuse(.repeatedCode(Field.excerpt(map[key]?.scalar() ?? key)))
            }
            guard let value, let source else { return nil }
            return (value, source)
        }
        return entries.count == items.count ? entries : nil
    }

    private func choice(
        _ field: Field, _ years: [IndicatorReadings.FirstYear]?, _ routes: [IndicatorReadings.Route]?
    ) -> IndicatorReading? {
        guard let map = field.mapping(required: ["first_year", "evidence"]) else { return nil }
        let year = map["first_year"]?.whole(yearRange).map { Int($0) }
        let route = map["evidence"]?.word(IndicatorReading.EvidenceRoute.self)
        if let year, let years, !years.contains(where: { $0.year == year }) {
            map["first_year"]?.refuse(.unknownWord("\(year)", known: years.map { "\($0.year)" }))
        }
        if let route, let routes, !routes.contains(where: { $0.evidence == route }) {
            map["evidence"]?.refuse(.unknownWord(route.rawValue, known: routes.map(\.evidence.rawValue)))
        }
        guard let year, let route else { return nil }
        return IndicatorReading(firstYear: year, evidence: route)
    }
}
