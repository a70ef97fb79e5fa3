/// Whether a service counts in the numerator, with the reasons if not.
public struct ServiceVerdict: Sendable, Hashable {
    public let service: IndicatorService
    /// Empty if the service counts; otherwise every reason: those of the service first, then that of the nearest
    /// memorandum.
    public let reasons: [Reason]
    /// The memorandum that makes it count.
    public let delegation: IndicatorDelegation?
    /// The unit of the service: the highest service above it that belongs to the agency.
    public let unit: String
    /// True if another line of the same unit counts already.
    public let isCountedWithUnit: Bool

    public var counts: Bool { reasons.isEmpty }

    public enum Reason: String, Sendable, CaseIterable {
        case moved
        case sovereign
        case notDelegable = "not_delegable"
        case informationMissing = "information_missing"
        case requestMissing = "request_missing"
        case productionMissing = "production_missing"
        case deliveryMissing = "delivery_missing"
        case noDelegation = "no_delegation"
        case beforeFirstYear = "before_first_year"
        case afterYear = "after_year"
        case withdrawn
        case notConfirmed = "not_confirmed"
        case evidenceMissing = "evidence_missing"
    }
}

extension ServiceVerdict.Reason {
    init(missing stage: ServiceStage) {
        switch stage {
        case .information: self = .informationMissing
        case .request: self = .requestMissing
        case .production: self = .productionMissing
        case .delivery: self = .deliveryMissing
        }
    }
}

/// Judges services by one reading.
struct ServiceJudge {
    let agency: String
    let year: Int
    let stages: [ServiceStage]
    let reading: IndicatorReading

    func verdict(on service: IndicatorService) -> (reasons: [ServiceVerdict.Reason], delegation: IndicatorDelegation?) {
        var reasons: [ServiceVerdict.Reason] = []
        if service.owner != agency { reasons.append(.moved) }
        if service.isSovereign { reasons.append(.sovereign) }
        if !service.isDelegable { reasons.append(.notDelegable) }
        reasons += stages.filter { !service.counterStages.contains($0) }.map { .init(missing: $0) }
        let delegation = service.delegations.first { fault(of: $0) == nil }
        if delegation == nil {
            // The memorandum that fails at the last rule is the nearest to counting.
            let faults = service.delegations.compactMap(fault)
            reasons.append(faults.max { Self.nearness($0) < Self.nearness($1) } ?? .noDelegation)
        }
        return (reasons, reasons.isEmpty ? delegation : nil)
    }

    /// The first rule that a memorandum fails.
    private func fault(of delegation: IndicatorDelegation) -> ServiceVerdict.Reason? {
        if delegation.withdrawnOn != nil { return .withdrawn }
        // A day outside the supported calendar belongs to no year.
        guard let began = JalaliDate(delegation.validFrom)?.year, began <= year else { return .afterYear }
        if began < reading.firstYear { return .beforeFirstYear }
        if delegation.confirmedOn == nil { return .notConfirmed }
        if reading.evidence == .uploaded && !delegation.hasEvidence { return .evidenceMissing }
        return nil
    }

    private static func nearness(_ reason: ServiceVerdict.Reason) -> Int {
        let order: [ServiceVerdict.Reason] = [
            .withdrawn, .afterYear, .beforeFirstYear, .notConfirmed, .evidenceMissing,
        ]
        return order.firstIndex(of: reason) ?? -1
    }
}
