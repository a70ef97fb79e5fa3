/// Criteria with a common maximum: self-declaration, association, satisfaction, or what a scheme adds.
public struct CriterionGroup: Hashable, Sendable {
    public let code: String
    public let title: LocalizedText
    public let maximum: Points
    public let criteria: [Criterion]

    public init(code: String, title: LocalizedText, maximum: Points, criteria: [Criterion]) {
        (self.code, self.title, self.maximum, self.criteria) = (code, title, maximum, criteria)
    }
}

/// One item on which an office is scored.
public struct Criterion: Hashable, Sendable {
    public let code: String
    public let title: LocalizedText
    /// Code of the source that supplies the value.
    public let source: String
    /// The kinds of office for which the criterion exists. Never empty; in the order of `OfficeKind.allCases`.
    public let kinds: [OfficeKind]
    public let unit: LocalizedText?
    public let valueType: ValueType
    public let maximum: Points
    public let clause: String
    /// True if the office itself can change the value, so that advice to the office may name it.
    public let isChangeable: Bool
    /// True if the public may see an office's value and points; `Disclosure` says what is hidden otherwise.
    public let isValuePublic: Bool
    public let missing: MissingValuePolicy
    /// Present exactly if the source is a survey.
    public let survey: SurveyRule?
    public let points: KindedPointsFunction
    /// The field of the register with the same fact; values are compared with it.
    public let registerField: RegisterField?
    /// The evidence of its values; nil means that it takes none.
    public let evidence: EvidenceRule?

    public init(
        code: String, title: LocalizedText, source: String, kinds: [OfficeKind], unit: LocalizedText?,
        valueType: ValueType, maximum: Points, clause: String, isChangeable: Bool, isValuePublic: Bool = true,
        missing: MissingValuePolicy, survey: SurveyRule?, points: KindedPointsFunction,
        registerField: RegisterField? = nil, evidence: EvidenceRule? = nil
    ) {
        self.code = code
        self.title = title
        self.source = source
        self.kinds = kinds
        self.unit = unit
        self.valueType = valueType
        self.maximum = maximum
        self.clause = clause
        self.isChangeable = isChangeable
        self.isValuePublic = isValuePublic
        self.missing = missing
        self.survey = survey
        self.points = points
        self.registerField = registerField
        self.evidence = evidence
    }

    public func exists(for kind: OfficeKind) -> Bool {
        kinds.contains(kind)
    }

    /// The form of a value. In memory and in the database a value is one integer: see each case.
    public enum ValueType: Hashable, Sendable {
        /// A whole number.
        case count(admissible: ClosedRange<Int64>)
        /// The number times 10^places; the admissible range in the same unit.
        case decimal(places: Int, admissible: ClosedRange<Int64>)
        /// 0 = no, 1 = yes.
        case yesNo
        /// The index of the option in the list, from 0.
        case choice([Option])
    }

    /// One answer of a choice.
    public struct Option: Hashable, Sendable {
        public let code: String
        public let title: LocalizedText

        public init(code: String, title: LocalizedText) {
            (self.code, self.title) = (code, title)
        }
    }
}

/// A fact in the register of offices that a source may also supply.
public enum RegisterField: String, CaseIterable, Hashable, Sendable {
    case floorArea = "floor_area"
    case staffCount = "staff_count"
    case insuredStaffCount = "insured_staff_count"
    case disabledStaffCount = "disabled_staff_count"
    case hasSignboard = "has_signboard"
    case isAccessible = "is_accessible"
    case postsTariff = "posts_tariff"

    /// True if values of the criterion have the form of the register's field.
    func isWritten(as valueType: Criterion.ValueType) -> Bool {
        switch (self, valueType) {
        case (.floorArea, .decimal(places: 1, _)): true
        case (.staffCount, .count), (.insuredStaffCount, .count), (.disabledStaffCount, .count): true
        case (.hasSignboard, .yesNo), (.isAccessible, .yesNo), (.postsTariff, .yesNo): true
        default: false
        }
    }
}

public enum MissingValuePolicy: String, CaseIterable, Hashable, Sendable {
    case noPoints = "no_points"
    case notApplicable = "not_applicable"
    case insufficient
}

/// How the mean of a survey becomes a value.
public struct SurveyRule: Hashable, Sendable {
    public let minimumRespondents: Int64
    public let belowMinimum: BelowMinimum
    public let shrinkage: Shrinkage?

    public init(minimumRespondents: Int64, belowMinimum: BelowMinimum, shrinkage: Shrinkage?) {
        (self.minimumRespondents, self.belowMinimum, self.shrinkage) = (minimumRespondents, belowMinimum, shrinkage)
    }

    public enum BelowMinimum: String, CaseIterable, Hashable, Sendable {
        case missing
        case reference
    }

    /// value = (n · mean + weight · reference) / (n + weight).
    public struct Shrinkage: Hashable, Sendable {
        public let weight: Int64
        public let reference: Reference

        public init(weight: Int64, reference: Reference) {
            (self.weight, self.reference) = (weight, reference)
        }
    }
}
