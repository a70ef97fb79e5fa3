import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("A contract that begins earlier keeps to the ceilings of all days since")
struct BackDatingTests {
    @Test(
        "a back-dated contract is refused if it exceeds the ceiling as lowered by a later withdrawal"
    )
    func loweredCeiling() async throws {
        try await Fixture.withOffice { fixture in
            try await fixture.takeServices(10)
            for service in ["1008", "1009", "1010"] {
                try await fixture.take(
                    .delegations, ServiceFiles.delegations(.init(service: service, withdrawn: "1403/05/01")))
            }
            let before = day("1403-04-31")
            #expect(try await fixture.ranking.services(ofOffice: "G-1", on: before).room.ceiling == 3)
            try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: before)
            try await fixture.ranking.registerContract(office: "G-1", service: "1002", on: before)
            for earlier in [before, day("1402-01-01")] {
                await #expect(throws: RankingError.serviceCeilingReached(used: "2/2, 2024-07-22")) {
                    try await fixture.ranking.registerContract(office: "G-1", service: "1003", on: earlier)
                }
            }
            await #expect(throws: RankingError.serviceCeilingReached(used: "2/2")) {
                try await fixture.ranking.registerContract(office: "G-1", service: "1003", on: day("1403-05-01"))
            }
            let now = try await fixture.databaseDay()
            let room = try await fixture.ranking.services(ofOffice: "G-1", on: now).room
            #expect(room.used == 2 && room.ceiling == 2)
        }
    }

    @Test("a back-dated contract is bound by a ceiling lowered until today, not by one lowered tomorrow")
    func until() async throws {
        try await Fixture.withOffice { fixture in
            try await fixture.takeServices(7)
            try await awayFromMidnight()
            let today = try await fixture.databaseDay()
            try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: day("1402-01-01"))
            for (withdrawn, isTaken) in [(-1, false), (0, false), (1, true)] {
                let falls = try #require(JalaliDate(today.adding(days: withdrawn)))
                let line = DelegationLine(service: "1007", withdrawn: "\(falls)")
                try await fixture.take(.delegations, ServiceFiles.delegations(line))
                let yesterday = today.adding(days: -2)
                if isTaken {
                    try await fixture.ranking.registerContract(office: "G-1", service: "1002", on: yesterday)
                } else {
                    await #expect(throws: RankingError.serviceCeilingReached(used: "1/1, \(falls.dayNumber)")) {
                        try await fixture.ranking.registerContract(office: "G-1", service: "1002", on: yesterday)
                    }
                }
            }
        }
    }

    @Test("a back-dated contract cannot begin before or during a suspension, but on the day it ends")
    func suspension() async throws {
        try await Fixture.withOffice { fixture in
            try await fixture.takeServices(4)
            for (state, from) in [("suspended", "1403/02/01"), ("active", "1403/03/01")] {
                try await fixture.decide(state, from: day(from))
            }
            await #expect(throws: RankingError.officeNotActive(state: "G-1: suspended, 2024-04-20")) {
                try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: day("1403-01-31"))
            }
            await #expect(throws: RankingError.officeNotActive(state: "G-1: suspended")) {
                try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: day("1403-02-31"))
            }
            try await fixture.ranking.registerContract(office: "G-1", service: "1001", on: day("1403-03-01"))
        }
    }
}

extension Fixture {
    /// G-1 in Rasht, without a rank: thirty percent.
    fileprivate static func withOffice(_ body: (Fixture) async throws -> Void) async throws {
        try await with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", effectiveOn: "1399/01/01")))
            try await body(fixture)
        }
    }

    /// Today in Tehran by the clock of the database.
    func databaseDay() async throws -> Day {
        try await administrator { connection in
            let today = try await connection.query("select (clock_timestamp() at time zone 'Asia/Tehran')::date")
            return Day(rawValue: try today[0].decode(PostgresDate.self).days)
        }
    }
}
