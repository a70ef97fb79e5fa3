/// The readable parts of `scheme:`. A property is nil if it is faulty.
struct HeadingDraft {
    var code: String?
    var version: Int64?
    var isSample: Bool?
    var title: LocalizedText?
    var legalBasis: String?
    var validFrom: HalfYear?
    /// A nil inside means that the scheme has no last half-year.
    var validTo: HalfYear??
    var rounding: Rounding?
    var minimumTotalField: Field?
    var minimumTotal: Points?
    var nonParticipation: NonParticipationPolicy?
    var carriesAgain: Bool?
    var licensedDuringPeriod: LicensedDuringPeriod?
    var lateDecisions: LateDecisions?
    var approval: Approval?
}

struct HeadingReader {
    private static let required = [
        "code", "version", "sample", "title", "legal_basis", "valid_from", "rounding", "minimum_total",
        "non_participation", "carry_again", "licensed_during_period",
    ]

    func read(_ field: Field) -> HeadingDraft {
        var draft = HeadingDraft()
        guard let map = field.mapping(required: Self.required, optional: ["valid_to", "late_decisions", "approval"])
        else {
            return draft
        }
        draft.code = map["code"]?.code(separator: "-")
        draft.version = map["version"]?.whole(SchemeLimits.versions)
        draft.isSample = map["sample"]?.yesOrNo()
        draft.title = map["title"]?.localizedText()
        draft.legalBasis = map["legal_basis"]?.text()
        draft.validFrom = map["valid_from"]?.halfYear()
        draft.validTo = map.optional("valid_to") { $0.halfYear() }
        draft.rounding = map["rounding"]?.word(Rounding.self)
        draft.minimumTotalField = map["minimum_total"]
        draft.minimumTotal = map["minimum_total"]?.points(0...SchemeLimits.points.upperBound)
        draft.nonParticipation = map["non_participation"]?.word(NonParticipationPolicy.self)
        draft.carriesAgain = map["carry_again"]?.yesOrNo()
        draft.licensedDuringPeriod = map["licensed_during_period"]?.word(LicensedDuringPeriod.self)
        draft.lateDecisions = map.value("late_decisions", default: .nextCensus) { $0.word(LateDecisions.self) }
        draft.approval = map.value("approval", default: .none) { $0.word(Approval.self) }
        check(draft, map)
        return draft
    }

    private func check(_ draft: HeadingDraft, _ map: FieldMap) {
        if let from = draft.validFrom, case .some(.some(let to)) = draft.validTo, to < from {
            map["valid_to"]?.refuse(.validityReversed)
        }
        if draft.isSample == true, let title = draft.title,
            !title.english.contains("SAMPLE") || !TextRules.contains(title.persian, "نمونه")
        {
            map["title"]?.refuse(.sampleNotMarked)
        }
    }
}
