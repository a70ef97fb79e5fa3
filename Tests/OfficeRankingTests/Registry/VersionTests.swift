import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What an office was on the census date")
struct VersionTests {
    private let period = Fixture.firstHalf

    @Test("a suspension that had ended only after the census date counts")
    func suspensionAcrossTheCensus() async throws {
        try await expectStanding(
            "suspended",
            [.decision("suspended", "1400/06/15"), .decision("active", "1400/07/15")])
    }

    @Test("a state that begins on the census date counts, one of the next day does not")
    func boundary() async throws {
        for (effective, expected) in [
            ("1400/06/30", "suspended"), ("1400/06/31", "suspended"), ("1400/07/01", "3 defaulted"),
        ] {
            try await expectStanding(expected, [.decision("suspended", effective)])
        }
    }

    @Test("a state learned late for an earlier day comes before the later state and does not replace it")
    func earlierNews() async throws {
        try await expectStanding(
            "suspended", [.decision("revoked", "1400/07/15"), .decision("suspended", "1400/06/15")],
            nowKnown: "revoked")
        try await expectStanding(
            "closed",
            [
                .file(.init(code: "G-1", state: "expired", effectiveOn: "1400/07/15")),
                .file(.init(code: "G-1", state: "closed", effectiveOn: "1400/06/15")),
            ], nowKnown: "expired")
    }

    @Test("a state learned late for an earlier day holds until the next known version")
    func earlierNewsBetween() async throws {
        try await expectStanding(
            "3 defaulted",
            [
                .file(.init(code: "G-1", expiresOn: "1405/01/01", state: "active", effectiveOn: "1400/06/20")),
                .file(.init(code: "G-1", state: "closed", effectiveOn: "1400/07/15")),
                .file(.init(code: "G-1", expiresOn: "1410/01/01", state: "closed", effectiveOn: "1400/05/01")),
            ], nowKnown: "closed")
    }

    @Test("of two versions for one day the later one counts")
    func sameDay() async throws {
        try await expectStanding(
            "3 defaulted",
            [.decision("suspended", "1400/06/15"), .decision("active", "1400/06/15")])
        try await expectStanding(
            "3 defaulted",
            [
                .file(.init(code: "G-1", state: "closed", effectiveOn: "1400/06/15")),
                .file(.init(code: "G-1", state: "active", effectiveOn: "1400/06/15")),
            ])
    }

    @Test("a correction of one day in the past counts after later versions too")
    func correctionOfThePast() async throws {
        try await expectStanding(
            "closed",
            [
                .decision("suspended", "1400/06/15"), .decision("active", "1400/07/15"),
                .decision("closed", "1400/06/15"),
            ], nowKnown: "active")
    }

    @Test("a late state reported twice is stored once")
    func sameNewsTwice() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-1", state: "closed", effectiveOn: "1400/07/15")))
            let late = OfficeLine.file(.init(code: "G-1", state: "expired", effectiveOn: "1400/06/15"))
            #expect(try await fixture.take(.offices, late).effect == .stored)
            #expect(try await fixture.take(.offices, late).effect == .unchanged)
            let versions = try await fixture.ranking.office("G-1").versions
            #expect(versions.map(\.state) == [.active, .expired, .closed])
            #expect(versions.map(\.effectiveOn) == [day("1395-01-01"), day("1400-06-15"), day("1400-07-15")])
        }
    }

    @Test("a licence counts on its expiry day and no longer on the next")
    func expiry() async throws {
        for (expires, expected) in [
            ("1400/06/30", "closed"), ("1400/06/31", "3 defaulted"), ("1400/07/01", "3 defaulted"),
        ] {
            try await expectStanding(
                expected, [.file(.init(code: "G-1", expiresOn: expires, effectiveOn: "1400/01/01"))])
        }
    }

    @Test("an office licensed after the census date awaits its ranking, one licensed during the half-year as well")
    func licensedLater() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", licensedOn: "1399/12/30"), .init(code: "G-2", licensedOn: "1400/01/01"),
                    .init(code: "G-3", licensedOn: "1400/06/31"), .init(code: "G-4", licensedOn: "1400/07/01")))
            try await fixture.closeAndRank()
            #expect(
                try await fixture.places() == [
                    "G-1": "3 defaulted", "G-2": "awaiting", "G-3": "awaiting", "G-4": "awaiting",
                ])
        }
    }

    @Test("a scheme that ranks the newly licensed ranks them from their first day")
    func newlyLicensedRanked() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme.replacing("period: awaiting", with: "period: ranked"))
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-3", licensedOn: "1400/06/31"), .init(code: "G-4", licensedOn: "1400/07/01")))
            try await fixture.closeAndRank()
            #expect(try await fixture.places() == ["G-3": "3 defaulted", "G-4": "awaiting"])
        }
    }

    /// What becomes of G-1, licensed in 1395, after this news, one after the other.
    private func expectStanding(
        _ expected: String, _ news: [News], nowKnown: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            for news in news {
                switch news {
                case .file(let line):
                    let outcome = try await fixture.take(.offices, OfficeLine.file(line))
                    #expect(outcome.effect == .stored, sourceLocation: sourceLocation)
                case .decision(let state, let from): try await fixture.decide(state, from: day(from))
                }
            }
            try await fixture.closeAndRank()
            #expect(try await fixture.places() == ["G-1": expected], sourceLocation: sourceLocation)
            let state = try await fixture.administrator {
                try await $0.query("select state from registry.office")[0].decode(String.self)
            }
            #expect(state == nowKnown ?? news.last?.state, sourceLocation: sourceLocation)
        }
    }

    /// How the register learns what an office is.
    private enum News {
        case file(OfficeLine)
        case decision(String, String)

        var state: String {
            switch self {
            case .file(let line): line.state
            case .decision(let state, _): state
            }
        }
    }
}
