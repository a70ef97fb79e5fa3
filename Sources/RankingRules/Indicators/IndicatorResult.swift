/// The sub-indicator of an agency by one reading: numerator, target and points.
public struct IndicatorResult: Sendable, Hashable {
    public let reading: IndicatorReading
    /// The number of services that count, each once.
    public let numerator: Int
    /// Nil if the memorandum has no target for this reading.
    public let target: Int?
    public let applicability: Applicability
    /// The points, rounded down to the thousandth; nil if not applicable.
    public let points: Points?
    /// The maximum that the item adds to the sum of maxima.
    public let availableMaximum: Points
    /// The verdicts on the agency's services, in the order of the facts.
    public let verdicts: [ServiceVerdict]

    public enum Applicability: String, Sendable, CaseIterable {
        case applicable
        /// The memorandum of the year has no target for this sub-indicator.
        case noTarget = "no_target"
        /// The target is zero, so there is no ratio.
        case zeroTarget = "zero_target"
    }
}

extension IndicatorRules {
    /// The result of every reading, the chosen one first.
    public func results(of facts: IndicatorFacts) -> [IndicatorResult] {
        readings.all.map { result(of: facts, by: $0) }
    }

    public func result(of facts: IndicatorFacts, by reading: IndicatorReading) -> IndicatorResult {
        let verdicts = verdicts(on: facts, by: reading)
        let numerator = verdicts.count { $0.counts && !$0.isCountedWithUnit }
        let target = target(in: facts.targets, from: reading.firstYear)
        let applicability: IndicatorResult.Applicability =
            target.map { $0 > 0 ? .applicable : .zeroTarget } ?? .noTarget
        let isApplicable = applicability == .applicable
        return IndicatorResult(
            reading: reading, numerator: numerator, target: target, applicability: applicability,
            points: isApplicable ? target.map { points(numerator, of: $0) } : nil,
            availableMaximum: isApplicable || whenNotApplicable == .noPoints ? maximum : .zero, verdicts: verdicts)
    }

    /// Maximum × min(ratio, cap), rounded down.
    private func points(_ numerator: Int, of target: Int) -> Points {
        let hundredths = min(100 * Int64(numerator), Int64(cap.rawValue) * Int64(target))
        return Points(rawValue: maximum.rawValue * hundredths / (100 * Int64(target)))
    }

    /// The target of the year's memorandum: the one that counts from the first year, else one without a first year,
    /// else the sum of the years' own targets.
    private func target(in targets: [IndicatorTarget], from firstYear: Int) -> Int? {
        let ofYear = targets.filter { $0.year == year }
        if let stated = ofYear.first(where: { $0.firstYear == firstYear }), firstYear < year { return stated.services }
        if let plain = ofYear.first(where: { $0.firstYear == nil }) { return plain.services }
        guard ofYear.contains(where: { $0.firstYear == year }) else { return nil }
        return targets.filter { $0.firstYear == $0.year && (firstYear...year).contains($0.year) }
            .reduce(0) { $0 + $1.services }
    }

    private func verdicts(on facts: IndicatorFacts, by reading: IndicatorReading) -> [ServiceVerdict] {
        let judge = ServiceJudge(agency: facts.agency, year: year, stages: stages, reading: reading)
        let units = ServiceUnits(facts)
        let judged = facts.services.map { service in
            (service: service, unit: units.unit(of: service.code), verdict: judge.verdict(on: service))
        }
        let counting = judged.filter { $0.verdict.reasons.isEmpty }
        // The service counts for its unit; if it does not count, the first of its parts that does.
        let heads = Dictionary(grouping: counting, by: \.unit).mapValues { lines in
            (lines.first { $0.service.code == $0.unit } ?? lines[0]).service.code
        }
        return judged.map { line in
            ServiceVerdict(
                service: line.service, reasons: line.verdict.reasons, delegation: line.verdict.delegation,
                unit: line.unit,
                isCountedWithUnit: line.verdict.reasons.isEmpty && heads[line.unit] != line.service.code)
        }
    }
}
