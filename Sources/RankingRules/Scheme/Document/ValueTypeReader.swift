/// Reads the value type of a criterion: `{type: count, least: 0, most: 40}` and similar.
struct ValueTypeReader {
    private enum Word: String, CaseIterable {
        case count
        case decimal
        case yesNo = "yes_no"
        case choice
    }

    func read(_ field: Field) -> Criterion.ValueType? {
        guard let type = field.preview("type") else {
            _ = field.mapping(required: ["type"], optional: ["places", "least", "most", "options"])
            return nil
        }
        switch type.word(Word.self) {
        case .count:
            return count(field)
        case .decimal:
            return decimal(field)
        case .yesNo:
            return field.mapping(required: ["type"]).map { _ in .yesNo }
        case .choice:
            return field.mapping(required: ["type", "options"])?["options"].flatMap(options).map { .choice($0) }
        case nil:
            return nil
        }
    }

    private func count(_ field: Field) -> Criterion.ValueType? {
        guard let map = field.mapping(required: ["type", "least", "most"]) else { return nil }
        return admissible(map, places: 0).map { .count(admissible: $0) }
    }

    private func decimal(_ field: Field) -> Criterion.ValueType? {
        guard let map = field.mapping(required: ["type", "places", "least", "most"]),
            let places = map["places"]?.whole(SchemeLimits.valuePlaces).map({ Int($0) }),
            let range = admissible(map, places: places)
        else { return nil }
        return .decimal(places: places, admissible: range)
    }

    private func admissible(_ map: FieldMap, places: Int) -> ClosedRange<Int64>? {
        let least = map["least"]?.decimal(places: places, in: SchemeLimits.values)
        let most = map["most"]?.decimal(places: places, in: SchemeLimits.values)
        guard let least, let most else { return nil }
        if least <= most { return least...most }
        map["least"]?.refuse(.rangeReversed)
        return nil
    }

    private func options(_ field: Field) -> [Criterion.Option]? {
        guard let items = field.items() else { return nil }
        var codes: Set<String> = []
        let options = items.compactMap { item -> Criterion.Option? in
            guard let map = item.mapping(required: ["code", "title"]) else { return nil }
            let (code, title) = (map["code"]?.code(), map["title"]?.localizedText())
            if let code, !codes.insert(code).inserted { map["code"]?.refuse(.repeatedCode(code)) }
            guard let code, let title else { return nil }
            return Criterion.Option(code: code, title: title)
        }
        return options.count == items.count ? options : nil
    }
}

extension Criterion.ValueType {
    /// Decimal places of the integer unit; nil for values that are not numbers.
    var places: Int? {
        switch self {
        case .count: 0
        case .decimal(let places, _): places
        case .yesNo, .choice: nil
        }
    }

    var range: ClosedRange<Int64> {
        switch self {
        case .count(let admissible), .decimal(_, let admissible): admissible
        case .yesNo: 0...1
        case .choice(let options): 0...Int64(max(options.count, 1) - 1)
        }
    }
}
