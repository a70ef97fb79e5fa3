import Foundation
import Migrations
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Rules and published sheets of the agency indicator")
struct PublishedIndicatorTests {
    @Test("a new database has the shipped indicator rules of 1400, byte for byte")
    func shippedRules() async throws {
        try await Fixture.with { fixture in
            let adopted = try await fixture.ranking.indicatorRules(year: 1400)
            #expect(try adopted.document == DatabaseScripts.seed("indicator-1400.yaml"))
            #expect(adopted.rules.choices == .ours && adopted.rules.text == .official)
            await expectRefusal(.unknownIndicatorRules("1/8 1401")) {
                try await fixture.ranking.indicatorRules(year: 1401)
            }
        }
    }

    @Test("rules are frozen by their version; a higher version is used from then on, and the old sheet keeps its own")
    func adopt() async throws {
        try await Fixture.with { fixture in
            let text = try DatabaseScripts.seed("indicator-1400.yaml")
            try await fixture.ranking.adoptIndicatorRules(document: text)
            #expect(try await fixture.number("select count(*)::integer from registry.indicator_rules") == 1)
            let other = text.replacing("first_year: 1397", with: "first_year: 1394")
            await expectRefusal(.indicatorRulesAreFrozen(rules: "1/8 1400@1")) {
                try await fixture.ranking.adoptIndicatorRules(document: other)
            }
            try await fixture.takeServices(1)
            try await fixture.take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,2"))
            let first = try await fixture.ranking.publishIndicator(of: "A1", year: 1400)
            try await fixture.ranking.adoptIndicatorRules(
                document: other.replacing("version: 1\n", with: "version: 2\n"))
            let chosen = try await fixture.ranking.indicator(of: "A1", year: 1400).rules.chosen
            #expect(chosen.firstYear == 1394)
            let second = try await fixture.ranking.publishIndicator(of: "A1", year: 1400)
            #expect([first.rulesVersion, second.rulesVersion] == [1, 2] && [first.number, second.number] == [1, 2])
            #expect(first.rulesHash != second.rulesHash)
            let faulty = text.replacing("cap: 100", with: "cap: 0").replacing("year: 1394", with: "year: 1")
            await #expect {
                try await fixture.ranking.adoptIndicatorRules(document: faulty)
            } throws: { error in
                (error as? RankingError)?.faults.count == 2
            }
        }
    }

    @Test("a published sheet is an act, keeps its bytes, and is what anybody computes again from its revision")
    func published() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            try await fixture.takeServices(3)
            try await fixture.take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,4"))
            let published = try await ranking.publishIndicator(of: "A1", year: 1400, cutOff: day("1400-12-29"))
            #expect(published.number == 1 && published.cutOff == day("1400-12-29"))
            #expect(try published.sheet.readings[0].points == 3_750)
            let again = try await ranking.publishIndicator(of: "A1", year: 1400, cutOff: day("1400-12-29"))
            #expect(again.number == 1 && again.revision == published.revision)
            let acts = try await fixture.number(
                "select count(*)::integer from registry.act where kind = 'publish_indicator'")
            #expect(acts == 1)

            try await fixture.take(
                .delegations, ServiceFiles.delegations(.init(service: "1001", withdrawn: "1400/02/01")))
            let corrected = try await ranking.publishIndicator(of: "A1", year: 1400, cutOff: day("1400-12-29"))
            #expect(corrected.number == 2 && corrected.digest != published.digest)
            #expect(try await ranking.publishedIndicator("A1", 1400).bytes == corrected.bytes)
            #expect(try await ranking.publishedIndicator("A1", 1400, number: 1).bytes == published.bytes)
            #expect(try await ranking.publishedIndicators(1400).map(\.number) == [2])
            let recomputed = try await ranking.indicator(
                of: "A1", year: 1400, cutOff: published.cutOff, revision: published.revision)
            #expect(try recomputed.sheet.bytes == published.bytes)
            await expectRefusal(.unknownIndicatorSheet("A2 1400")) {
                try await ranking.publishedIndicator("A2", 1400)
            }
            await expectRefusal(.unknownAgency("A2")) { try await ranking.publishIndicator(of: "A2", year: 1400) }
        }
    }

    @Test("an indicator of a past cut-off day and revision keeps its bytes whatever changes afterwards")
    func everythingChanges() async throws {
        try await Fixture.with { fixture in
            let (ranking, cutOff) = (fixture.ranking, day("1449-12-29"))
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1"), .init(code: "G-2")))
            try await fixture.take(.declarations, "office_code,staff\nG-1,8\nG-2,5\n")
            try await fixture.takeServices(6)
            try await fixture.take(
                .services, ServiceFiles.services(.init(code: "1007", parent: "1006"), .init(code: "1008")))
            try await fixture.take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,9", "A1,1/8,1399,1399,2"))
            try await fixture.take(
                .contracts,
                ServiceFiles.contracts(
                    ("G-1", "1001", "1400/01/01", ""), ("G-1", "1002", "1400/01/01", ""),
                    ("G-2", "1003", "1400/01/01", "")))
            let before = try await ranking.publishIndicator(of: "A1", year: 1400, cutOff: cutOff)

            try await fixture.changeEverything()
            let then = try await ranking.indicator(of: "A1", year: 1400, cutOff: cutOff, revision: before.revision)
            #expect(try then.sheet.bytes == before.bytes)
            let now = try await ranking.indicator(of: "A1", year: 1400, cutOff: cutOff).sheet
            let sheet = try before.sheet
            #expect(now.agencyTitle != sheet.agencyTitle && now.readings != sheet.readings)
            #expect(now.offices.first?.rank == 1 && sheet.offices.first?.rank == nil)
            #expect(Set(now.offices.map(\.locality)) == ["خمام"] && Set(sheet.offices.map(\.locality)) == ["رشت"])
            #expect(now.memoranda != sheet.memoranda && now.services.count == 8 && now.offices.count == 1)
        }
    }
}

extension Fixture {
    /// News of every kind, all of it about days before the cut-off day.
    fileprivate func changeEverything() async throws {
        try await take(.agencies, "code,title,effective_on\nA1,نام تازه,1390/01/02\nA2,دیگری,1390/01/01\n")
        try await take(
            .services,
            ServiceFiles.services(
                .init(code: "1001", agency: "A2", effectiveOn: "1391/01/01"),
                .init(code: "1002", counters: ["خیر", "بله", "بله", "بله"], effectiveOn: "1391/01/01"),
                .init(code: "1007", effectiveOn: "1391/01/01")))
        try await take(
            .delegations,
            ServiceFiles.delegations(
                .init(service: "1003", withdrawn: "1400/01/01"), .init(service: "1004", confirmed: ""),
                .init(service: "1008"), .init(service: "1005", mou: "M-2", from: "1398/01/01")))
        try await take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,", "A1,1/8,1400,1397,3"))
        try await ranking.endContract(office: "G-1", service: "1002", on: day("1400-05-01"), reason: "x")
        try await take(.contracts, ServiceFiles.contracts(("G-2", "1003", "1400/01/01", "1400/02/01")))
        try await take(
            .offices, OfficeLine.file(.init(code: "G-1", locality: "خمام", effectiveOn: "1399/01/01")))
        try await close(Fixture.firstHalf)
        _ = try await ranking.rank(Fixture.firstHalf)
        try await ranking.publishPeriod(Fixture.firstHalf)
    }
}
