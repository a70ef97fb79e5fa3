import Foundation
import Migrations
import OfficeRanking
import Postgres
import Testing

@Suite("What opened accounts before two persons were asked for")
struct OlderProofTests {
    private static let nextYear = Date(timeIntervalSinceNow: 365 * 86_400)

    @Test("its giver is whom the record names, who does not confirm it once its account is one of the headquarters")
    func givers() async throws {
        try await Fixture.with { fixture in
            let token = try await older(fixture)
            try await fixture.ranking.changeRole(of: "gilan", to: "headquarters", reason: "x")
            await expectRefusal(.anotherPersonConfirms(account: "gilan")) {
                try await fixture.ranking.confirmToken(token)
            }
            await expectRefusal(.anotherPersonConfirms(account: "gilan")) {
                try await fixture.ranking.confirmIdentity(issuer: "i", subject: "recorded")
            }
            _ = try await fixture.account("sara", role: "headquarters")
            #expect(try await fixture.ranking.acting(as: "sara").confirmToken(token))
            #expect(try await fixture.ranking.acting(as: "sara").confirmIdentity(issuer: "i", subject: "recorded"))
        }
    }

    @Test("one of which the record does not say who gave it ends")
    func unknownGiver() async throws {
        try await Fixture.with { fixture in
            _ = try await older(fixture)
            let ended = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select label from registry.access_token where revoked_at is not null
                    union all select subject from registry.external_identity where unlinked_at is not null
                    """
                ).decode(String.self)
            }
            #expect(ended == ["unrecorded", "unrecorded"])
        }
    }

    /// A token and an identity of a province's account as they stood after givers were written down for the first time,
    /// beside ones that no act tells of; then the migration that looks the givers up. The number of the first token.
    private func older(_ fixture: Fixture) async throws -> Int {
        let ranking = fixture.ranking
        _ = try await ranking.issueFirstToken(label: "setup", expiresAt: Self.nextYear)
        try await ranking.makeAccount(name: "gilan", person: "gilan", role: "provincial", provinces: ["01"])
        let token = try await ranking.issueToken(for: "gilan", label: "x", expiresAt: Self.nextYear).number
        try await ranking.linkIdentity(issuer: "i", subject: "recorded", to: "gilan")
        let name = "0035_givers_of_older_proofs.sql"
        let migration = try #require(try DatabaseScripts.shipped().migrations.first { $0.name == name })
        try await fixture.administrator { connection in
            try await connection.execute(
                script: """
                    alter table registry.access_token disable trigger user;
                    alter table registry.external_identity disable trigger user;
                    insert into registry.access_token (account_id, label, digest, made_at, expires_at, given_by)
                    select id, 'unrecorded', sha256('x'), now(), now() + interval '1 day', id
                    from registry.account where name = 'gilan';
                    insert into registry.external_identity (issuer, subject, account_id, linked_at, given_by)
                    select 'i', 'unrecorded', id, clock_timestamp(), id from registry.account where name = 'gilan';
                    update registry.access_token set given_by = account_id;
                    update registry.external_identity set given_by = account_id;
                    alter table registry.access_token enable trigger user;
                    alter table registry.external_identity enable trigger user;
                    """)
            try await connection.execute(script: migration.sql)
        }
        return token
    }
}
