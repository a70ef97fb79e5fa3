/// Reads the parts of a scheme file and puts them together.
struct SchemeReader {
    let log: FaultLog

    /// The scheme; only sound when the log is empty.
    func read(_ root: Field) -> Scheme? {
        let keys = ["scheme", "groups", "penalties", "ranks", "unranked"]
        guard let map = root.mapping(required: keys, optional: ["references"]) else { return nil }
        let heading = map["scheme"].map { HeadingReader().read($0) } ?? HeadingDraft()
        let references = map.value("references", default: []) { ReferenceReader().read($0) }
        let groupReader = GroupReader(references: references)
        let groups = map["groups"]?.items().map { $0.map(groupReader.read) }
        let penalties = map["penalties"].map { PenaltyReader().read($0) } ?? PenaltiesDraft()
        let ranks = map["ranks"]?.items().map { $0.map(RankReader().read) }
        let unranked = map["unranked"]?.mapping(required: ["service_ceiling"])?["service_ceiling"]?.percent()

        if let groups { GroupChecks(groups: groups).run() }
        if let ranks { RankChecks(ranks: ranks, groups: groups, heading: heading, penalties: penalties).run() }
        guard let references, let groups, let ranks, let unranked, let penalties = penalties.model else { return nil }
        let (groupModels, rankModels) = (groups.compactMap(\.model), ranks.compactMap(\.model))
        guard groupModels.count == groups.count, rankModels.count == ranks.count else { return nil }
        if OverflowCheck.couldOverflow(groupModels, penalties) { map["groups"]?.refuse(.couldOverflow) }
        return scheme(heading, references, groupModels, penalties, rankModels, unranked)
    }

    private func scheme(
        _ heading: HeadingDraft, _ references: [Reference], _ groups: [CriterionGroup], _ penalties: PenaltyRules,
        _ ranks: [RankThreshold], _ unrankedCeiling: Percent
    ) -> Scheme? {
        guard let code = heading.code, let version = heading.version, let isSample = heading.isSample,
            let title = heading.title, let legalBasis = heading.legalBasis, let validFrom = heading.validFrom,
            let validTo = heading.validTo, let rounding = heading.rounding, let minimumTotal = heading.minimumTotal,
            let nonParticipation = heading.nonParticipation, let carriesAgain = heading.carriesAgain,
            let licensedDuringPeriod = heading.licensedDuringPeriod
        else { return nil }
        return Scheme(
            code: code, version: Int(version), isSample: isSample, title: title, legalBasis: legalBasis,
            validFrom: validFrom, validTo: validTo, rounding: rounding, minimumTotal: minimumTotal,
            nonParticipation: nonParticipation, carriesAgain: carriesAgain,
            licensedDuringPeriod: licensedDuringPeriod, references: references, groups: groups, penalties: penalties,
            ranks: ranks, unrankedCeiling: unrankedCeiling)
    }
}
