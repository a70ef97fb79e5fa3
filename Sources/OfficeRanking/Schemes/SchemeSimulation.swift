public import RankingRules

/// The effect of a scheme on a publication: its frozen facts scored with the scheme, compared with its ranks. It names no
/// office; `SimulatedMove` does.
public struct SchemeSimulation: Sendable, Hashable {
    public let scheme: SchemeVersion
    public let halfYear: HalfYear
    /// The number of the publication.
    public let number: Int
    public let counts: Counts
    /// Criteria of the scheme for which the frozen facts have no value, by code.
    public let missing: [String]
    /// Offices with another rank, by rank, province and kind; of provinces in the account's scope.
    public let moves: [MoveCount]
    /// The lines in which these offices have other points.
    public let lines: [LineDifference]
    /// SHA-256 of the text of the simulation, which has every office.
    public let digest: String

    public struct Counts: Sendable, Hashable {
        public var offices = 0
        /// Offices with a published rank.
        public var ranked = 0
        /// Offices with a published rank that would have another one, or none.
        public var moved = 0
        /// Offices without a published rank that would have one.
        public var entered = 0
    }

    /// The number of offices that move from one rank to another; nil means no rank.
    public struct MoveCount: Sendable, Hashable {
        public let province: String
        public let kind: OfficeKind
        public let before: Int?
        public let after: Int?
        public let offices: Int
    }

    /// The points that moving offices gain and lose in one criterion, or by penalties.
    public struct LineDifference: Sendable, Hashable {
        /// The code of the criterion; nil for penalties.
        public let criterion: String?
        public let offices: Int
        public let gained: Points
        public let lost: Points
    }
}

/// An office that would have another rank.
public struct SimulatedMove: Sendable, Hashable {
    public let office: String
    /// The code of the province.
    public let province: String
    public let kind: OfficeKind
    public let rankBefore: Int?
    public let rankAfter: Int?
    public let totalBefore: Points?
    public let totalAfter: Points?
}
