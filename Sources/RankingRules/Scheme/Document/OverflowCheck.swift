/// Checks whether scoring could exceed the 128 bits of its exact arithmetic at the extremes: 10^9 respondents, a mean
/// of 10^9 thousandths, the whole admissible range, any step or line of the function.
///
/// It calculates with unreduced fractions and keeps a factor of four in reserve.
enum OverflowCheck {
    private static let mean: Int128 = 1_000_000_000
    private static let respondents = Int128(SchemeLimits.respondents.upperBound)

    static func couldOverflow(_ criterion: Criterion) -> Bool {
        guard let places = criterion.valueType.places else { return false }
        guard let value = largestValue(criterion, places) else { return true }
        return OfficeKind.allCases.contains { kind in
            switch criterion.points[kind] {
            case .steps(let breakpoints), .lines(let breakpoints): largestProduct(value, breakpoints) == nil
            case .table, nil: false
            }
        }
    }

    /// total × full maximum and threshold × available maximum, with every criterion at its extreme; and whether a total
    /// could exceed the 32 bits in which points are stored.
    static func couldOverflow(_ groups: [CriterionGroup], _ penalties: PenaltyRules) -> Bool {
        var sum = Int128(penalties.maximum.rawValue)
        for group in groups {
            sum += Int128(group.maximum.rawValue)
            for criterion in group.criteria {
                let worst = OfficeKind.allCases.compactMap { criterion.points[$0]?.extremes.lowerBound.rawValue }.min()
                sum += Int128(criterion.maximum.rawValue) + Int128((worst ?? 0).magnitude)
            }
        }
        return sum > Int128(Int32.max) || product(sum, sum, 4) == nil
    }

    /// The magnitude of numerator and denominator of a value, in the criterion's unit.
    private static func largestValue(
        _ criterion: Criterion, _ places: Int
    ) -> (numerator: Int128, denominator: Int128)? {
        let range = criterion.valueType.range
        let admissible = Int128(max(range.lowerBound.magnitude, range.upperBound.magnitude))
        guard let survey = criterion.survey else { return (admissible, 1) }
        let scale = power(places)
        guard let shrinkage = survey.shrinkage else { return (mean * scale, 1_000) }
        let referenceScale = power(shrinkage.reference.value.places)
        let reference = Int128(shrinkage.reference.value.digits.magnitude)
        guard let fromMean = product(respondents, mean, scale, referenceScale),
            let fromReference = product(Int128(shrinkage.weight), reference, scale, 1_000),
            let denominator = product(respondents + Int128(shrinkage.weight), 1_000, referenceScale),
            let numerator = sum(fromMean, fromReference)
        else { return nil }
        return (numerator, denominator)
    }

    /// y₀ + (v − x₀) · Δy / Δx over one denominator, for every segment; nil if one exceeds 128 bits.
    private static func largestProduct(
        _ value: (numerator: Int128, denominator: Int128), _ breakpoints: [PointsFunction.Breakpoint]
    ) -> Int128? {
        let x = breakpoints.map { Int128($0.value.magnitude) }.max() ?? 0
        let y = breakpoints.map { Int128($0.points.rawValue.magnitude) }.max() ?? 0
        // Δx ≤ 2x, Δy ≤ 2y.
        guard let level = product(y, value.denominator, max(2 * x, 1)),
            let shift = product(x, value.denominator),
            let distance = sum(value.numerator, shift),
            let rise = product(distance, 2 * y),
            let numerator = sum(level, rise),
            let denominator = product(value.denominator, max(2 * x, 1))
        else { return nil }
        return product(max(numerator, denominator), 4)
    }

    private static func power(_ places: Int) -> Int128 {
        (0..<places).reduce(1) { power, _ in power * 10 }
    }

    private static func product(_ factors: Int128...) -> Int128? {
        var product: Int128 = 1
        for factor in factors {
            let (next, overflows) = product.multipliedReportingOverflow(by: factor)
            if overflows { return nil }
            product = next
        }
        return product
    }

    private static func sum(_ left: Int128, _ right: Int128) -> Int128? {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? nil : sum
    }
}
