/// Turns the mean of a survey into a value, with the powers of ten calculated in advance.
struct SurveyPlan: Sendable {
    let minimumRespondents: Int64
    /// Nil means that below the minimum the value is missing.
    let referenceBelowMinimum: Fraction?
    /// Nil means that the mean itself is used.
    private let shrinkage: Shrinkage?
    private let meanScale: Int128
    private let unit: Int128

    private struct Shrinkage {
        let weight: Int128
        /// Weight times reference, in the common unit of mean and reference.
        let weightedReference: Int128
    }

    /// The criterion has `places` decimal places, the mean three, and the reference its own; all are converted to the
    /// greatest number.
    init(_ rule: SurveyRule, places: Int) {
        let reference = rule.shrinkage?.reference.value
        let most = max(3, places, reference?.places ?? 0)
        minimumRespondents = rule.minimumRespondents
        meanScale = Self.powerOfTen(most - 3)
        unit = Self.powerOfTen(most - places)
        guard let shrinkage = rule.shrinkage, let reference else {
            (self.shrinkage, referenceBelowMinimum) = (nil, nil)
            return
        }
        let scaled = Int128(reference.digits) * Self.powerOfTen(most - reference.places)
        let weight = Int128(shrinkage.weight)
        self.shrinkage = Shrinkage(weight: weight, weightedReference: weight * scaled)
        referenceBelowMinimum = rule.belowMinimum == .reference ? Fraction(scaled, over: unit) : nil
    }

    /// The value in the criterion's integer unit.
    /// - Parameter mean: in thousandths of the survey's scale.
    func value(ofMean mean: Int64, respondents count: Int64) -> LineValue {
        guard count >= minimumRespondents else {
            return referenceBelowMinimum.map { .reference($0) } ?? .missing
        }
        let mean = Int128(mean) * meanScale
        guard let shrinkage else { return .value(Fraction(mean, over: unit)) }
        let respondents = Int128(count)
        guard respondents + shrinkage.weight > 0 else { return .missing }
        let sum = respondents * mean + shrinkage.weightedReference
        return .value(Fraction(sum, over: (respondents + shrinkage.weight) * unit))
    }

    private static func powerOfTen(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
