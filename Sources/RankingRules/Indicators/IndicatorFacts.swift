/// The facts of an agency's services on the cut-off day, without anything that happened later.
public struct IndicatorFacts: Sendable, Hashable {
    /// The agency's code.
    public let agency: String
    public let cutOff: Day
    /// Services that the agency has on that day or had before, by code.
    public let services: [IndicatorService]
    public let targets: [IndicatorTarget]

    public init(agency: String, cutOff: Day, services: [IndicatorService], targets: [IndicatorTarget]) {
        self.agency = agency
        self.cutOff = cutOff
        self.services = services
        self.targets = targets
    }
}

/// A service or sub-service on the cut-off day.
public struct IndicatorService: Sendable, Hashable {
    public let code: String
    public let title: String
    /// The agency that has the service on the cut-off day.
    public let owner: String
    /// The service of which this one is a part, whichever agency has it.
    public let parent: String?
    public let isSovereign: Bool
    public let isDelegable: Bool
    /// Stages whose counter-office field is completed.
    public let counterStages: Set<ServiceStage>
    /// Delegations by first day, then by number.
    public let delegations: [IndicatorDelegation]

    public init(
        code: String, title: String, owner: String, parent: String? = nil, isSovereign: Bool = false,
        isDelegable: Bool = true, counterStages: Set<ServiceStage> = Set(ServiceStage.allCases),
        delegations: [IndicatorDelegation]
    ) {
        self.code = code
        self.title = title
        self.owner = owner
        self.parent = parent
        self.isSovereign = isSovereign
        self.isDelegable = isDelegable
        self.counterStages = counterStages
        self.delegations = delegations
    }
}

/// The stages of a service in the register of government services, in their order.
public enum ServiceStage: String, Sendable, CaseIterable {
    case information
    case request
    case production
    case delivery
}

/// A memorandum that delegates a service to the counter offices and began by the cut-off day.
public struct IndicatorDelegation: Sendable, Hashable {
    public let mouNumber: String
    public let validFrom: Day
    /// Nil if it was not withdrawn by the cut-off day.
    public let withdrawnOn: Day?
    /// The day on which the regulator confirmed that it operates; nil if that was not by the cut-off day.
    public let confirmedOn: Day?
    public let hasEvidence: Bool

    public init(
        mouNumber: String, validFrom: Day, withdrawnOn: Day? = nil, confirmedOn: Day? = nil, hasEvidence: Bool = false
    ) {
        self.mouNumber = mouNumber
        self.validFrom = validFrom
        self.withdrawnOn = withdrawnOn
        self.confirmedOn = confirmedOn
        self.hasEvidence = hasEvidence
    }
}

/// The number of services in the agency's memorandum with the administrative-reform body.
public struct IndicatorTarget: Sendable, Hashable {
    public let year: Int
    /// The first year it counts from; nil if the memorandum names none.
    public let firstYear: Int?
    public let services: Int

    public init(year: Int, firstYear: Int?, services: Int) {
        self.year = year
        self.firstYear = firstYear
        self.services = services
    }
}
