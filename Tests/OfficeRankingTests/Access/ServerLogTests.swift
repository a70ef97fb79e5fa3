import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("What the log of the database server tells")
struct ServerLogTests {
    private static let code = "0012345679"

    @Test("the server's log names the constraint that refuses a row, and no value of the row")
    func constraints() async throws {
        try await PrivateServer.with { server in
            let database = try await TestDatabase.make("ranking", on: server)
            let attempts: [(PostgresQuery, String)] = [
                // Unique, check, not null, foreign key, exclusion.
                (holder(Self.code), "holder_is_registered_once"),
                (holder("\(Self.code)x"), "holder_national_id_fits_kind"),
                (
                    "insert into registry.licence_holder (kind, national_id) values ('natural', \(Self.code))",
                    "null value in column"
                ),
                (
                    """
                    insert into registry.external_identity (issuer, subject, account_id, linked_at)
                    values ('j', \(Self.code), 4711, now())
                    """, "violates foreign key constraint"
                ),
                (identity(), "identity_is_linked_to_one_account"),
            ]
            let connection = try await PostgresConnection.connect(
                TestDatabase.patient(database.address(as: "pishkhan_migrator")), logger: TestDatabase.logger)
            try await connection.execute(
                script: "set role pishkhan_owner; select set_config('pishkhan.actor', '1', false)")
            try await connection.query(holder(Self.code))
            try await connection.query(identity())
            for (attempt, constraint) in attempts {
                let refusal = try await answer { try await connection.query(attempt) }
                #expect(refusal.hasPrefix("23"), "\(constraint): \(refusal)")
                #expect(server.log.contains(constraint), "\(constraint)")
            }
            await connection.close()
            #expect(!server.log.contains(Self.code), "\(server.log)")
        }
    }

    @Test("the server's log hides the subject of an identity linked twice, also without the login's log setting")
    func identities() async throws {
        try await PrivateServer.with { server in
            let database = try await TestDatabase.make("ranking", on: server)
            try await database.execute("alter role pishkhan_app reset log_error_verbosity")
            let client = database.client()
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            try await ranking.makeAccount(name: "auditor", person: "auditor", role: "auditor")
            try await ranking.linkIdentity(issuer: "i", subject: Self.code, to: "auditor")
            await expectRefusal(.constraintViolated("identity_is_linked_to_one_account")) {
                try await ranking.linkIdentity(issuer: "i", subject: Self.code, to: "auditor")
            }
            await client.close()
            #expect(server.log.contains("identity_is_linked_to_one_account") && !server.log.contains(Self.code))
        }
    }

    private func holder(_ code: String) -> PostgresQuery {
        "insert into registry.licence_holder (kind, national_id, name) values ('natural', \(code), 'x')"
    }

    private func identity() -> PostgresQuery {
        """
        insert into registry.external_identity (issuer, subject, account_id, linked_at)
        values ('i', \(Self.code), (select id from registry.account where name = 'operator'), now())
        """
    }
}
