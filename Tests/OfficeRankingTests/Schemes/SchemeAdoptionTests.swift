import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Two persons adopt a scheme")
struct SchemeAdoptionTests {
    @Test("who proposed a scheme does not confirm it, with no account of theirs; another person does, and once")
    func twoPersons() async throws {
        try await Fixture.with { fixture in
            let proposal = try await fixture.ranking.proposeScheme(document: smallScheme)
            #expect(!proposal.isConfirmed && proposal.difference == nil && proposal.simulation == nil)
            let own = try await fixture.headquarters("operator.two", person: "operator")
            for account in [fixture.ranking, own] {
                await expectRefusal(.anotherPersonConfirms(account: account.account)) {
                    try await account.confirmScheme("small", version: 1)
                }
            }
            let second = try await fixture.headquarters("second", person: "second")
            #expect(try await second.confirmScheme("small", version: 1).isConfirmed)
            let acts = try await fixture.ranking.acts().map(\.kind)
            #expect(acts == ["confirm_scheme", "propose_scheme"])
            try await fixture.ranking.confirmScheme("small", version: 1)
            #expect(try await fixture.ranking.proposeScheme(document: smallScheme).isConfirmed)
            #expect(try await fixture.ranking.acts().count == 2)
        }
    }

    @Test("only the headquarters propose and confirm schemes")
    func headquartersOnly() async throws {
        try await Fixture.with { fixture in
            let province = try await fixture.provincialAccount()
            await expectRefusal(.notAllowed) { try await province.proposeScheme(document: smallScheme) }
            try await fixture.ranking.proposeScheme(document: smallScheme)
            await expectRefusal(.notAllowed) { try await province.confirmScheme("small", version: 1) }
            let auditor = try await fixture.account("auditor", role: "auditor")
            await expectRefusal(.permissionMissing(permission: "confirm_scheme")) {
                try await auditor.confirmScheme("small", version: 1)
            }
            await expectRefusal(.unknownScheme("small 9")) {
                try await fixture.ranking.confirmScheme("small", version: 9)
            }
        }
    }

    @Test("plain SQL cannot let one person adopt a scheme, nor name another person than the one who acts")
    func plainSQL() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.proposeScheme(document: smallScheme)
            _ = try await fixture.headquarters("operator.two", person: "operator")
            _ = try await fixture.headquarters("second", person: "second")
            let confirmation = { (proposer: String, confirmer: String) in
                """
                insert into registry.scheme_confirmation (scheme_id, proposed_by, confirmed_by, confirmed_at)
                select 1, p.id, c.id, now() from registry.person p, registry.person c
                where p.key = '\(proposer)' and c.key = '\(confirmer)'
                """
            }
            let attempts = [
                ("operator.two", confirmation("operator", "operator"), "23514 two_persons_adopt"),
                ("operator.two", confirmation("operator", "second"), "23514 confirmation_is_made_by_the_actor"),
                ("second", confirmation("clock", "second"), "23503 confirmation_is_of_a_proposal"),
                ("clock", confirmation("operator", "clock"), "23514 confirmation_is_made_by_the_actor"),
                ("second", confirmation("operator", "second"), "accepted"),
                (
                    "second", "insert into registry.scheme_proposal select 1, id, now() from registry.person limit 1",
                    "23514 proposal_is_made_by_the_actor"
                ),
            ]
            for (account, statement, expected) in attempts {
                let actor = try await fixture.accountNumber(account)
                try await expectAnswer(expected, "\(account): \(statement)") {
                    try await fixture.owner { connection in
                        try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                        try await connection.query("\(unescaped: statement)")
                    }
                }
            }
        }
    }

    @Test("no half-year is opened or scheduled with a scheme that nobody has confirmed, by plain SQL neither")
    func unconfirmed() async throws {
        try await Fixture.with { fixture in
            let scheme = try await fixture.ranking.proposeScheme(document: smallScheme).adopted
            try await fixture.ranking.planPeriod(Fixture.firstHalf)
            await expectRefusal(.schemeNotConfirmed(scheme: "small 1")) {
                try await fixture.ranking.openPeriod(Fixture.firstHalf, scheme: "small", version: 1)
            }
            await expectRefusal(.schemeNotConfirmed(scheme: "small 1")) {
                try await fixture.ranking.schedulePeriod(
                    Fixture.firstHalf, ScheduleChange(scheme: SchemeVersion(code: "small", version: 1)))
            }
            try await expectAnswer("23503 period_has_a_confirmed_scheme") {
                try await fixture.owner {
                    try await $0.query(
                        "update registry.evaluation_period set state = 'open', scheme_id = \(scheme.id)")
                }
            }
            try await expectAnswer("23503 scheduled_scheme_is_confirmed") {
                try await fixture.owner {
                    try await $0.query(
                        "insert into registry.period_schedule (period_id, scheme_id) values (1, \(scheme.id))")
                }
            }
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.openPeriod(Fixture.firstHalf, scheme: "small", version: 1)
        }
    }

    @Test("before it is confirmed, a scheme is seen by readers of unpublished results only, and is not the newest")
    func seen() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.proposeScheme(document: nextScheme())
            let everybody = fixture.ranking.acting(as: "public")
            #expect(try await everybody.schemes().map(\.version) == [1])
            #expect(try await fixture.ranking.schemes().map(\.isConfirmed) == [true, false])
            #expect(try await fixture.ranking.schemeVersion("small").version == 1)
            await expectRefusal(.unknownScheme("small@2")) { try await everybody.adoptedScheme("small", version: 2) }
            try await fixture.ranking.adoptScheme(document: nextScheme())
            #expect(try await everybody.schemeVersion("small").version == 2)
        }
    }

    @Test("at most as many ranked offices move as the scheme in use allows, or a reason overrules it")
    func bound() async throws {
        try await Fixture.with { fixture in
            try await fixture.publish(scheme: nextScheme(1, mostMoved: 20))
            let second = try await fixture.headquarters("second", person: "second")
            // One, two and three of ten offices reach rank 1: the bound less one, the bound, the bound and one.
            let schemes = [
                nextScheme(2, first: "60"), nextScheme(3, first: "50"), nextScheme(4, first: "40", second: "39"),
            ]
            for (index, text) in schemes.enumerated() {
                let proposal = try await fixture.ranking.proposeScheme(document: text)
                #expect(proposal.simulation?.counts.moved == index + 1)
                #expect(proposal.movesTooMany == (index == 2))
                #expect(proposal.mostMoved?.rawValue == 20)
            }
            #expect(try await second.confirmScheme("small", version: 2, overrule: "not needed").overrule == nil)
            #expect(try await second.confirmScheme("small", version: 3).exceeded == nil)
            for reason in [nil, " "] {
                await expectRefusal(.schemeMovesTooMany("3 / 10 > 20%")) {
                    try await second.confirmScheme("small", version: 4, overrule: reason)
                }
            }
            let overruled = try await second.confirmScheme("small", version: 4, overrule: "the new law")
            #expect(overruled.exceeded == 20 && overruled.overrule == "the new law")
            let act = try #require(try await fixture.ranking.acts(limit: 1).first)
            #expect(act.kind == "confirm_scheme" && act.reason == "the new law")
            #expect(act.detail.contains(#""moved": 3"#) && act.detail.contains(#""most_moved": 20"#), "\(act.detail)")
        }
    }

    @Test("a scheme that was proposed before the newest publication is simulated on it before it is confirmed")
    func outdated() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.proposeScheme(document: nextScheme(first: "60"))
            try await fixture.publish(scheme: smallScheme)
            let second = try await fixture.headquarters("second", person: "second")
            await expectRefusal(.simulationIsOutdated(publication: "1400-H1 1")) {
                try await second.confirmScheme("small", version: 2)
            }
            let again = try await fixture.ranking.proposeScheme(document: nextScheme(first: "60"))
            #expect(again.simulation?.counts.moved == 1)
            #expect(try await second.confirmScheme("small", version: 2).isConfirmed)
        }
    }
}
