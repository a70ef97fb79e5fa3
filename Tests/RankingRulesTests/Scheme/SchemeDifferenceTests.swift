import Testing

@testable import RankingRules

@Suite("The difference between two schemes")
struct SchemeDifferenceTests {
    private func scheme(_ edits: [(old: String, new: String)] = []) throws -> Scheme {
        let document = SchemeDocument.read(try SmallScheme.text(edits))
        return try #require(document.scheme, "\(document.faults)")
    }

    private func changes(_ edits: [(old: String, new: String)]) throws -> [SchemeDifference.Change] {
        try SchemeDifference(from: scheme(), to: scheme(edits)).changes
    }

    @Test("another version of the same rules has no difference")
    func version() throws {
        #expect(try changes([]).isEmpty)
        #expect(try changes([("version: 1", "version: 2")]).isEmpty)
    }

    @Test("a changed fact is told with its part, its key, and the values before and after")
    func fact() throws {
        let clause = try #require(try changes([("clause: row 2", "clause: row 2b")]).first)
        #expect(clause.part.kind == .criterion)
        #expect(clause.kind == .changed(key: "criterion.clause", before: ["row 2"], after: ["row 2b"]))
        let ceiling = try changes([("unranked: {service_ceiling: 30}", "unranked: {service_ceiling: 29}")])
        #expect(ceiling.map(\.part.kind) == [.scheme])
        let bound = try changes([("unranked: {", "adoption: {most_moved: 10}\nunranked: {")])
        #expect(bound.map(\.kind) == [.changed(key: "adoption.most_moved", before: [], after: ["10"])])
        let gone = try changes([("  valid_to: 1402-H2\n", "")])
        #expect(gone.map(\.kind) == [.changed(key: "valid_to", before: ["1402-H2"], after: [])])
    }

    @Test("a new criterion is added and the old one removed where the code changes")
    func codes() throws {
        let before = try scheme()
        let code = try #require(before.criteria.first?.code)
        let old = SchemeDifference(from: before, to: renamed(before, code))
        #expect(old.changes.contains { $0.kind == .added && $0.part.code == "renamed" })
        #expect(old.changes.contains { $0.kind == .removed && $0.part.code == code })
    }

    @Test("criteria in another order are told, and so is one that moves to another group")
    func order() throws {
        let before = try scheme()
        let group = try #require(before.groups.first { $0.criteria.count > 1 })
        let turned = CriterionGroup(
            code: group.code, title: group.title, maximum: group.maximum, criteria: group.criteria.reversed())
        let after = before.with(groups: before.groups.map { $0.code == group.code ? turned : $0 })
        #expect(SchemeDifference(from: before, to: after).changes.map(\.kind) == [.reordered])
    }

    @Test("the sample scheme with one line of its canonical form changed has a difference, whatever the line")
    func complete() throws {
        let parts = SchemeParts(try scheme())
        let lines = try scheme().canonicalText.split(separator: "\n").count
        let told = parts.parts.reduce(0) { sum, entry in sum + entry.values.values.reduce(0) { $0 + $1.count } }
        let begun = parts.parts.count { ![.scheme, .rank].contains($0.part.kind) }
        let criteria = parts.parts.count { $0.part.kind == .criterion }
        // Every line is told, but the mark of the form, the code and the version; the group of a criterion is told besides.
        #expect(told + begun - criteria == lines - 3)
    }

    private func renamed(_ scheme: Scheme, _ code: String) -> Scheme {
        scheme.with(
            groups: scheme.groups.map { group in
                CriterionGroup(
                    code: group.code, title: group.title, maximum: group.maximum,
                    criteria: group.criteria.map { $0.code == code ? $0.renamed("renamed") : $0 })
            })
    }
}

extension Criterion {
    fileprivate func renamed(_ code: String) -> Criterion {
        Criterion(
            code: code, title: title, source: source, kinds: kinds, unit: unit, valueType: valueType, maximum: maximum,
            clause: clause, isChangeable: isChangeable, isValuePublic: isValuePublic, missing: missing, survey: survey,
            points: points, registerField: registerField)
    }
}

extension Scheme {
    fileprivate func with(groups: [CriterionGroup]) -> Scheme {
        Scheme(
            code: code, version: version, isSample: isSample, title: title, legalBasis: legalBasis,
            validFrom: validFrom, validTo: validTo, rounding: rounding, minimumTotal: minimumTotal,
            nonParticipation: nonParticipation, carriesAgain: carriesAgain, licensedDuringPeriod: licensedDuringPeriod,
            lateDecisions: lateDecisions, sources: sources, checks: checks, references: references, groups: groups,
            penalties: penalties, ranks: ranks, unrankedCeiling: unrankedCeiling)
    }
}
