import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What an account of one province may do through the library")
struct ProvincialScopeTests {
    @Test("a provincial account reads the offices, ranks and counts of its own province only")
    func reads() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let gilan = try await fixture.provincialAccount()
            #expect(try await gilan.offices(in: Fixture.firstHalf).items.map(\.code) == ["G-1", "G-2"])
            #expect(try await gilan.summary(of: Fixture.firstHalf).provinces.map(\.provinceCode) == ["01"])
            #expect(try await gilan.summary(of: Fixture.firstHalf).total.active == 2)
            #expect(try await gilan.explain("G-1", in: Fixture.firstHalf).office.code == "G-1")
            #expect(try await gilan.office("G-1").versions.count == 1)
            await expectRefusal(.unknownOffice("T-1")) { try await gilan.office("T-1") }
            await expectRefusal(.unknownOffice("T-1")) { try await gilan.explain("T-1", in: Fixture.firstHalf) }
        }
    }

    @Test("a provincial account compares two periods within its own province")
    func compares() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let second = halfYear("1400-H2")
            try await fixture.ranking.planPeriod(second)
            try await fixture.ranking.openPeriod(second, scheme: "small", version: 1)
            try await fixture.take(.declarations, "office_code,staff\nG-2,9\nT-1,9\n", period: second)
            try await fixture.closeAndRank(second)
            let everybody = try await fixture.ranking.compare(Fixture.firstHalf, second)
            #expect(everybody.moves.map(\.office) == ["G-1", "G-2", "T-1"])
            let gilan = try await fixture.provincialAccount()
            let own = try await gilan.compare(Fixture.firstHalf, second)
            #expect(own.moves.map(\.office) == ["G-1", "G-2"] && own.unmoved == 0)
        }
    }

    @Test("a provincial account corrects its own offices and finds no other")
    func corrects() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            let values = ["manager_name": "مدیر تازه"]
            #expect(
                try await gilan.setOffice(
                    "G-1", values, effectiveOn: Fixture.today, reason: "نامه", today: Fixture.today))
            await expectRefusal(.unknownOffice("T-1")) {
                try await gilan.setOffice(
                    "T-1", values, effectiveOn: Fixture.today, reason: "نامه", today: Fixture.today)
            }
        }
    }

    @Test("a provincial account cannot plan, open, close, rank or publish a period, or adopt a scheme")
    func actsOfTheCountry() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            let period = Fixture.firstHalf
            await expectRefusal(.notAllowed) { try await gilan.planPeriod(halfYear("1402-H1")) }
            await expectRefusal(.notAllowed) { try await gilan.openPeriod(period, scheme: "small", version: 1) }
            await expectRefusal(.notAllowed) { try await gilan.closePeriod(period) }
            try await fixture.close(period)
            await expectRefusal(.notAllowed) { try await gilan.rank(period) }
            await expectRefusal(.notAllowed) { try await gilan.rank(period, dryRun: true) }
            await expectRefusal(.notAllowed) { try await gilan.reopenPeriod(period, reason: "x") }
            _ = try await fixture.ranking.rank(period)
            await expectRefusal(.notAllowed) { try await gilan.publishPeriod(period) }
            let text = smallScheme.replacing("version: 1", with: "version: 2")
            await expectRefusal(.notAllowed) { try await gilan.adoptScheme(document: text) }
            await expectRefusal(.notAllowed) { try await gilan.assignRegion(3, title: "سه", to: "01") }
            await expectRefusal(.notAllowed) { try await gilan.nameAssociation("انجمن", of: "01") }
        }
    }

    @Test("a disabled provincial account can read nothing")
    func disabled() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount("gone.desk", isActive: false)
            await expectRefusal(.unknownActor("gone.desk")) { try await gilan.periods() }
            await expectRefusal(.unknownActor("gone.desk")) { try await gilan.office("G-1") }
        }
    }

    @Test("a provincial account sees the same penalty as the headquarters for a holder fined elsewhere")
    func explainsAcrossProvinces() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    OfficeLine(code: "G-1", holder: legalID(1)),
                    OfficeLine(code: "T-1", province: "تهران", county: "تهران", locality: "تهران", holder: legalID(1))))
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            try await fixture.take(
                .violations,
                """
                office_code,decision_number,kind,decided_on
                T-1,R-1,overcharging,1400/02/01
                G-1,R-2,overcharging,1400/03/01

                """)
            try await fixture.closeAndRank()
            let national = try await fixture.ranking.explain("G-1", in: Fixture.firstHalf)
            let gilan = try await fixture.provincialAccount()
            let provincial = try await gilan.explain("G-1", in: Fixture.firstHalf)
            #expect(national.assessment.penalty == provincial.assessment.penalty)
            #expect(provincial.assessment.penalty == Points(rawValue: 10_000))
        }
    }
}
