/// Reads the points function of a criterion, or one per kind, and checks it against value type and maximum.
///
/// A value type or maximum that is faulty itself is not used for checks.
struct PointsReader {
    let valueType: Criterion.ValueType?
    let kinds: [OfficeKind]?
    let maximum: Points?

    private static let forms = ["steps", "lines", "options", "answers"]

    func read(_ field: Field) -> KindedPointsFunction? {
        let kindKeys = OfficeKind.allCases.map(\.rawValue)
        guard let map = field.mapping(required: [], optional: Self.forms + kindKeys) else { return nil }
        if kindKeys.contains(where: { map[$0] != nil }) { return perKind(map) }
        guard let kinds, let function = function(map) else { return nil }
        return KindedPointsFunction(
            urban: kinds.contains(.urban) ? function : nil, rural: kinds.contains(.rural) ? function : nil)
    }

    /// A maximum that no kind can reach is a slip, or points that no office can earn.
    func checkReach(of points: KindedPointsFunction, _ maximumField: Field?) {
        let reached = OfficeKind.allCases.compactMap { points[$0]?.extremes.upperBound }.max()
        if let maximum, let reached, reached < maximum { maximumField?.refuse(.maximumUnreachable(reached: reached)) }
    }

    /// A function that gives every value the same points makes the criterion useless.
    func checkDifference(of points: KindedPointsFunction, _ field: Field?) {
        for kind in OfficeKind.allCases {
            guard let extremes = points[kind]?.extremes, extremes.lowerBound == extremes.upperBound else { continue }
            (field?.preview(kind.rawValue) ?? field)?.refuse(.pointsNeverDiffer)
            return
        }
    }

    private func perKind(_ map: FieldMap) -> KindedPointsFunction? {
        for form in Self.forms { map[form]?.refuse(.conflictingKeys([form, "urban", "rural"])) }
        var functions: [OfficeKind: PointsFunction] = [:]
        for kind in OfficeKind.allCases {
            guard let field = map[kind.rawValue] else {
                if kinds?.contains(kind) == true { map.field.refuseMissing(kind.rawValue) }
                continue
            }
            if kinds?.contains(kind) == false { field.refuse(.functionForOtherKind) }
            functions[kind] = field.mapping(required: [], optional: Self.forms).flatMap { function($0) }
        }
        guard let kinds, kinds.allSatisfy({ functions[$0] != nil }) else { return nil }
        return KindedPointsFunction(
            urban: kinds.contains(.urban) ? functions[.urban] : nil,
            rural: kinds.contains(.rural) ? functions[.rural] : nil)
    }

    private func function(_ map: FieldMap) -> PointsFunction? {
        guard let (form, field) = map.exactlyOne(of: Self.forms) else { return nil }
        if let fitting = fittingForms, !fitting.contains(form) {
            field.refuse(.functionDoesNotFit(form, fitting: fitting))
            return nil
        }
        switch (form, valueType) {
        case ("options", .choice(let options)): return optionPoints(field, options).map { .table($0) }
        case ("answers", .yesNo): return answerPoints(field).map { .table($0) }
        case ("steps", .some): return breakpoints(field).map { .steps($0) }
        case ("lines", .some): return breakpoints(field).map { .lines($0) }
        default: return nil
        }
    }

    private var fittingForms: [String]? {
        switch valueType {
        case .count, .decimal: ["steps", "lines"]
        case .choice: ["options"]
        case .yesNo: ["answers"]
        case nil: nil
        }
    }

    private func optionPoints(_ field: Field, _ options: [Criterion.Option]) -> [Points]? {
        guard let entries = field.entries() else { return nil }
        let codes = Set(options.map(\.code))
        var points: [String: Points] = [:]
        for entry in entries {
            if codes.contains(entry.text) {
                points[entry.text] = read(points: entry.value)
            } else {
                entry.key.refuse(.unknownOption(Field.excerpt(entry.text)))
            }
        }
        let given = Set(entries.map(\.text))
        for option in options where !given.contains(option.code) { field.refuse(.optionWithoutPoints(option.code)) }
        let table = options.compactMap { points[$0.code] }
        return table.count == options.count ? table : nil
    }

    /// The points for no, then for yes: the order of the values 0 and 1.
    private func answerPoints(_ field: Field) -> [Points]? {
        guard let map = field.mapping(required: ["yes", "no"]) else { return nil }
        let (no, yes) = (map["no"].flatMap(read(points:)), map["yes"].flatMap(read(points:)))
        guard let no, let yes else { return nil }
        return [no, yes]
    }

    private func breakpoints(_ field: Field) -> [PointsFunction.Breakpoint]? {
        guard let items = field.items(), let places = valueType?.places else { return nil }
        var last: Int64?
        let breakpoints = items.compactMap { item -> PointsFunction.Breakpoint? in
            guard let pair = item.items(expecting: .breakpoint), !pair.isEmpty else { return nil }
            guard pair.count == 2 else { return item.refused(.breakpoint) }
            let value = pair[0].decimal(places: places, in: SchemeLimits.values)
            let points = read(points: pair[1])
            if let value { check(value, after: last, pair[0]) }
            last = value ?? last
            guard let value, let points else { return nil }
            return PointsFunction.Breakpoint(value: value, points: points)
        }
        return breakpoints.count == items.count && !items.isEmpty ? breakpoints : nil
    }

    private func check(_ value: Int64, after last: Int64?, _ field: Field) {
        if let last, value <= last { field.refuse(.breakpointsNotRising) }
        guard let valueType, let places = valueType.places, !valueType.range.contains(value) else { return }
        field.refuse(
            .breakpointOutsideRange(
                least: DecimalText.write(valueType.range.lowerBound, places: places),
                most: DecimalText.write(valueType.range.upperBound, places: places)))
    }

    private func read(points field: Field) -> Points? {
        let points = field.points()
        if let points, let maximum, points > maximum { field.refuse(.pointsAboveMaximum(maximum)) }
        return points
    }
}

extension PointsFunction {
    /// The fewest and the most points of the function.
    var extremes: ClosedRange<Points> {
        let points =
            switch self {
            case .steps(let breakpoints), .lines(let breakpoints): breakpoints.map(\.points)
            case .table(let points): points
            }
        return (points.min() ?? .zero)...(points.max() ?? .zero)
    }
}
