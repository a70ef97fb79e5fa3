import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("A service changes hands, and its contracts with it")
struct ContractOwnerTests {
    @Test(
        "the former owner of a service can neither register nor end its contracts",
        arguments: [-1, 0])
    func formerOwner(daysFromToday: Int) async throws {
        try await moved(daysFromToday) { fixture in
            let former = fixture.ranking.acting(as: "a1.desk")
            let given = [
                try await outcome {
                    try await former.registerContract(office: "G-1", service: "1001", on: Fixture.today)
                },
                try await outcome {
                    try await former.endContract(office: "G-2", service: "1001", on: Fixture.today, reason: "پایان")
                },
            ]
            #expect(given == Array(repeating: .serviceOfAnotherAgency(service: "1001"), count: 2))
        }
    }

    @Test(
        "the new owner of a service acts on it only from the day on which the service became its own",
        arguments: [-1, 0])
    func newOwner(daysFromToday: Int) async throws {
        try await moved(daysFromToday) { fixture in
            let owner = fixture.ranking.acting(as: "a2.desk")
            let given = [
                try await outcome {
                    try await owner.registerContract(office: "G-1", service: "1001", on: Fixture.today)
                },
                try await outcome {
                    try await owner.endContract(
                        office: "G-2", service: "1001", on: fixture.dayInTehran(daysFromToday), reason: "پایان")
                },
            ]
            #expect(given == [.serviceOfAnotherAgency(service: "1001"), nil])
        }
    }

    /// Service 1001 of agency A1, of which G-2 has a contract, belongs to A2 from a day counted from today in Tehran.
    private func moved(_ daysFromToday: Int, _ body: (Fixture) async throws -> Void) async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.takeServices(9)
            try await fixture.take(.agencies, ServiceFiles.agencies("A2"))
            try await fixture.take(.contracts, ServiceFiles.contracts(("G-2", "1001", "1400/01/01", "")))
            _ = try await fixture.account("a1.desk", role: "agency", agency: "A1")
            _ = try await fixture.account("a2.desk", role: "agency", agency: "A2")
            let moved = try await fixture.dayInTehran(daysFromToday)
            let line = ServiceLine(
                code: "1001", agency: "A2", effectiveOn: "\(try #require(JalaliDate(moved)))")
            let outcome = try await fixture.ranking.importFiles(
                [fixture.file(.services, ServiceFiles.services(line))], ImportOptions(today: moved),
                report: FindingReport())
            try #require(outcome.effect == .stored)
            try await body(fixture)
        }
    }

    private func outcome(_ body: () async throws -> some Sendable) async throws -> RankingError? {
        do {
            _ = try await body()
            return nil
        } catch let refusal as RankingError {
            return refusal
        }
    }
}

extension Fixture {
    /// Counted from today by the database's clock, which is the one that decides.
    fileprivate func dayInTehran(_ days: Int) async throws -> Day {
        let text = try await administrator { connection in
            try await connection.query(
                "select to_char(clock_timestamp() at time zone 'Asia/Tehran', 'YYYY-MM-DD')")[0].decode(String.self)
        }
        return try #require(Day(iso: text)).adding(days: days)
    }
}
