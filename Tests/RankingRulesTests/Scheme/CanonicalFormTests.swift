import Testing

@testable import RankingRules

@Suite("The canonical form of a scheme")
struct CanonicalFormTests {
    private func hash(_ edits: [(old: String, new: String)]) throws -> String {
        let document = SchemeDocument.read(try SmallScheme.text(edits))
        return try #require(document.scheme, "\(document.faults)").hash
    }

    @Test("comments, key order, quotes, spacing and the form of a number do not change a scheme's hash")
    func whatDoesNotCount() throws {
        let same: [[(old: String, new: String)]] = [
            [("scheme:\n", "# a comment\nscheme: # another\n")],
            [("  version: 1\n  sample: no\n", "  sample: no\n  version: 1\n")],
            [("{fa: رمپ, en: ramp}", "{en: \"ramp\", fa: 'رمپ'}")],
            [("{fa: رمپ, en: ramp}", "\n          en:   ramp\n          fa: >-\n            رمپ")],
            [("clause: row 2", "clause:   'row   2 '")], [("clause: row 2", "clause: row 2\n        public: yes")],
            [("maximum: 18", "maximum: 18.000")],
            [("maximum: 18", "maximum: \"۱۸\"")],
            [("value: 3.6", "value: ۳.۶۰")],
            [("valid_from: 1400-H1", "valid_from: ۱۴۰۰-h1")],
            [("carry_again: yes", "carry_again: true")],
            [("carry_again: yes", "carry_again: yes\n  approval: none")],
            [("threshold: 20", "threshold: {rural: 20, urban: 20}")],
            [("at_least: 4}", "at_least: 4, kinds: [rural, urban]}")],
            [
                (
                    "points: {answers: {yes: 3, no: 0}}",
                    "kinds: [rural, urban]\n        points: {answers: {no: 0, yes: 3}}"
                )
            ],
            [("title: {fa: یک", "title: {fa: يك")],
        ]
        let expected = try hash([])
        for edits in same { #expect(try hash(edits) == expected, "\(edits)") }
    }

    @Test("every fact of a scheme and the order of its lists change its hash")
    func whatCounts() throws {
        let different: [[(old: String, new: String)]] = [
            [("version: 1", "version: 2")],
            [("clause: row 2", "clause: row 2b")], [("clause: row 2", "clause: row 2\n        public: no")],
            [("clause: row 3", "clause: row 3\n        register: is_accessible")],
            [("carry_again: yes", "carry_again: yes\n  approval: required")],
            [("clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [a, b]}")],
            [("clause: row 3", "clause: row 3\n        evidence: {required: no, kinds: [a, b]}")],
            [("clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [b, a]}")],
            [("clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [a, b], least: 2}")],
            [("clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [a, b], most: 6}")],
            [
                (
                    "clause: row 3",
                    "clause: row 3\n        evidence: {required: yes, kinds: [a, b], not_older_than: {months: 6}}"
                )
            ],
            [("maximum: 18", "maximum: 17.999")],
            [("most: 1000", "most: 1001")],
            [("places: 1", "places: 2")],
            [("[50, 5]", "[50, 5.001]")],
            [("  valid_to: 1402-H2\n", "")],
            [("months: 24", "days: 24")],
            [("{days: 365}", "{days: 366}")],
            [("      rank_cap: 2\n", "")],
            [("weight: 20", "weight: 21")],
            [("at_least: 4", "at_least: 3")],
            [("unranked: {service_ceiling: 30}", "unranked: {service_ceiling: 29}")],
            [
                ("{code: street, title: {fa: خیابان, en: street}}", "{code: alley, title: {fa: کوچه, en: alley}}"),
                (
                    "{code: alley, title: {fa: کوچه, en: alley}}\n        m",
                    "{code: street, title: {fa: خیابان, en: street}}\n        m"
                ),
            ],
            [
                ("- {group: survey, at_least: 4}", "- {criterion: signboard, at_most: 2, kinds: [urban]}"),
                ("- {criterion: signboard, at_most: 2, kinds: [urban]}\n  -", "- {group: survey, at_least: 4}\n  -"),
            ],
        ]
        let hashes = try different.map(hash) + [hash([])]
        #expect(Set(hashes).count == hashes.count)
    }

    @Test("a scheme's canonical text has one fact per line, ends with a line break and begins with its version")
    func form() throws {
        let text = try #require(SchemeDocument.read(SmallScheme.text).scheme).canonicalText
        #expect(text.hasPrefix("pishkhan-scheme 1\ncode small\nversion 1\nsample no\ntitle.fa کوچک\n"))
        #expect(text.hasSuffix("\nrank.title.en three\nrank.service_ceiling 30\nunranked.service_ceiling 30\n"))
        #expect(text.contains("\ncriterion.value decimal 1 0 1000\n"))
        #expect(text.contains("\ncriterion.points.urban.steps 80.5 10\ncriterion.points.rural.lines 0 10\n"))
        #expect(text.contains("\ncriterion.points.rural.lines 30 -2.5\n"))
        #expect(text.contains("\nrank.condition criterion signboard at_most 2 urban\n"))
        #expect(
            text.contains("\npenalty.points 5 10 20\npenalty.maximum 25\npenalty.life days 365\npenalty.rank_cap 2\n"))
    }

    @Test("evidence enters a scheme's canonical text only where a criterion has a rule of it, with its defaults")
    func evidence() throws {
        #expect(try !#require(SchemeDocument.read(SmallScheme.text).scheme).canonicalText.contains("evidence"))
        let rule = "evidence: {required: yes, kinds: [lease, photo], not_older_than: {months: 12}}"
        let document = SchemeDocument.read(
            try SmallScheme.text([("clause: row 3", "clause: row 3\n        \(rule)")]))
        let text = try #require(document.scheme, "\(document.faults)").canonicalText
        #expect(
            text.contains(
                """
                \ncriterion.missing no_points
                criterion.evidence.required yes
                criterion.evidence.kind lease
                criterion.evidence.kind photo
                criterion.evidence.count 1 5
                criterion.evidence.not_older_than months 12
                criterion.points.
                """))
    }

    @Test("the days of appeals stand at the end of a scheme's canonical text, with their defaults")
    func appeals() throws {
        let days = "unranked: {service_ceiling: 30}\nappeals: {preview_days: 10, file_days: 7, decide_days: 15}"
        let scheme = try #require(
            SchemeDocument.read(try SmallScheme.text([("unranked: {service_ceiling: 30}", days)])).scheme)
        #expect(
            scheme.canonicalText.hasSuffix(
                """
                unranked.service_ceiling 30
                appeals.preview_days 10
                appeals.file_days 7
                appeals.decide_days 15
                appeals.undecided block
                appeals.silence none

                """))
    }

    // Changes only with the facts of the sample itself; a new version of the program must not change it.
    @Test("the shipped sample scheme keeps its hash")
    func sampleHash() throws {
        #expect(try SampleScheme.scheme().hash == "fbd0c13e5ad18fea3591d816f4cb9363d9904a6ef9f7c0a1196e5ff09f1252fe")
    }
}
