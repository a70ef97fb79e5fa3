/// Reads the parts of a scheme file and puts them together.
struct SchemeReader {
    let log: FaultLog

    private static let optional = ["references", "sources", "checks", "penalties", "appeals", "adoption"]

    /// The scheme; valid only if the log is empty.
    func read(_ root: Field) -> Scheme? {
        let keys = ["scheme", "groups", "ranks", "unranked"]
        guard let map = root.mapping(required: keys, optional: Self.optional) else {
            return nil
        }
        let heading = map["scheme"].map { HeadingReader().read($0) } ?? HeadingDraft()
        let references = map.value("references", default: []) { ReferenceReader().read($0) }
        let sources = map["sources"].map { SourceReader().read($0) }
        // If the sources are faulty, no criterion's source can be called unknown.
        let known: [Source]? = map["sources"] == nil ? Source.standard : sources?.models
        let groupReader = GroupReader(references: references, sources: known)
        let groups = map["groups"]?.items().map { $0.map(groupReader.read) }
        let penalties = map["penalties"].map { PenaltyReader().read($0) } ?? PenaltyReader.none
        let ranks = map["ranks"]?.items().map { $0.map(RankReader().read) }
        let unranked = map["unranked"]?.mapping(required: ["service_ceiling"])?["service_ceiling"]?.percent()
        let mostMoved = map.optional("adoption") { field in
            field.mapping(required: ["most_moved"])?["most_moved"]?.percent()
        }

        let appeals = map.optional("appeals") { AppealReader().read($0) }

        if let groups { GroupChecks(groups: groups).run() }
        let checks = map.value("checks", default: []) { CheckReader(groups: groups ?? []).read($0) }
        if let ranks { RankChecks(ranks: ranks, groups: groups, heading: heading, penalties: penalties).run() }
        guard let references, let groups, let ranks, let unranked, let penalties = penalties.model, let mostMoved else {
            return nil
        }
        let (groupModels, rankModels) = (groups.compactMap(\.model), ranks.compactMap(\.model))
        guard groupModels.count == groups.count, rankModels.count == ranks.count else { return nil }
        if OverflowCheck.couldOverflow(groupModels, penalties) { map["groups"]?.refuse(.couldOverflow) }
        if map["sources"] != nil { sources?.checkUse(by: groupModels) }
        guard let checks, let appeals,
            let listed = map["sources"] == nil ? Source.standard(for: groupModels) : sources?.models
        else {
            return nil
        }
        if groupModels.flatMap(\.criteria).count > SchemeLimits.criteria { map["groups"]?.refuse(.tooManyCriteria) }
        return scheme(
            heading, references, groupModels, penalties, rankModels, unranked, mostMoved, listed, checks, appeals)
    }

    private func scheme(
        _ heading: HeadingDraft, _ references: [Reference], _ groups: [CriterionGroup], _ penalties: PenaltyRules,
        _ ranks: [RankThreshold], _ unrankedCeiling: Percent, _ mostMoved: Percent?, _ sources: [Source],
        _ checks: [ValueCheck], _ appeals: AppealRule?
    ) -> Scheme? {
        guard let code = heading.code, let version = heading.version, let isSample = heading.isSample,
            let title = heading.title, let legalBasis = heading.legalBasis, let validFrom = heading.validFrom,
            let validTo = heading.validTo, let rounding = heading.rounding, let minimumTotal = heading.minimumTotal,
            let nonParticipation = heading.nonParticipation, let carriesAgain = heading.carriesAgain,
            let licensedDuringPeriod = heading.licensedDuringPeriod, let lateDecisions = heading.lateDecisions,
            let approval = heading.approval
        else { return nil }
        return Scheme(
            code: code, version: Int(version), isSample: isSample, title: title, legalBasis: legalBasis,
            validFrom: validFrom, validTo: validTo, rounding: rounding, minimumTotal: minimumTotal,
            nonParticipation: nonParticipation, carriesAgain: carriesAgain,
            licensedDuringPeriod: licensedDuringPeriod, lateDecisions: lateDecisions, sources: sources, checks: checks,
            references: references, groups: groups, penalties: penalties,
            ranks: ranks, unrankedCeiling: unrankedCeiling, approval: approval, appeals: appeals, mostMoved: mostMoved)
    }
}
