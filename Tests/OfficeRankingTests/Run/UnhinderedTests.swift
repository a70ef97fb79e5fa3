import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

/// Each would wait for the import until it gave up, if it locked more than it decides on.
@Suite("What goes on while files come in")
struct UnhinderedTests {
    @Test("accounts, tokens, offices and contracts can change during an import")
    func acts() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.takeServices(4)
            try await fixture.ranking.makeAccount(name: "desk", person: "desk", role: "provincial", provinces: ["01"])
            let hasty = self.hasty(fixture)
            try await whileImporting(fixture) {
                _ = try await hasty.issueToken(for: "desk", label: "x", expiresAt: Date(timeIntervalSinceNow: 86_400))
                try await hasty.changeRole(of: "desk", to: "auditor", reason: "x")
                #expect(try await hasty.disableAccount("desk", reason: "x"))
                try await hasty.registerContract(office: "G-1", service: "1001", on: Fixture.today)
                #expect(
                    try await hasty.setOffice(
                        "G-1", ["address": "x"], effectiveOn: Fixture.today, reason: "x", today: Fixture.today))
            }
        }
    }

    @Test("the closing day of a period can move during an import")
    func closingDay() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let hasty = self.hasty(fixture)
            for closing in [day("1450-02-01"), day("1450-03-01")] {
                try await fixture.application(as: "operator") { connection in
                    try await connection.query("select ranking.begin_period_import('1400-H1')")
                    try await hasty.schedulePeriod(
                        Fixture.firstHalf, ScheduleChange(days: [.closes: closing]), reason: "x")
                }
                #expect(try await fixture.ranking.steps(of: Fixture.firstHalf).compactMap(\.dueOn) == [closing])
            }
        }
    }

    private func hasty(_ fixture: Fixture) -> RankingDatabase {
        RankingDatabase(client: fixture.client, logger: TestDatabase.logger, lockTimeout: .seconds(5))
    }

    /// While the rows of an import by the account `desk` are there, but not yet committed.
    private func whileImporting(_ fixture: Fixture, _ body: () async throws -> Void) async throws {
        try await fixture.administrator { connection in
            try await connection.query("begin")
            try await connection.query(
                """
                insert into registry.import
                select nextval('registry.revision'), kind, period_id, a.id, file_name, digest, accepts_valid, rows_read,
                    inserted, changed, unchanged, refused, recorded_at
                from registry.import, registry.account a
                where registry.import.kind = 'declarations' and a.name = 'desk' limit 1
                """)
            try await connection.query(
                """
                insert into registry.violation
                select office_id, decision_number, kind, (select max(id) from registry.import), province_id, holder_id,
                    decided_on, is_final, is_late from registry.violation
                """)
            try await body()
            try await connection.query("rollback")
        }
    }
}
