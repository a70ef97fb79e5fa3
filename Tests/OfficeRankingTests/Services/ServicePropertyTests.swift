import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Random registrations, withdrawals and moves")
struct ServicePropertyTests {
    @Test(
        "after random changes every office above its ceiling is on the work list, and ceilings match a naive count",
        arguments: [1, 2, 3])
    func neverUnseen(seed: UInt64) async throws {
        try await Fixture.with { fixture in
            var random = SeededNumbers(seed: seed)
            try await fixture.open(scheme: smallScheme)
            let villages = ["ده بالا", "ده پایین"]
            let offices = (1...6).map { number in
                number <= 3
                    ? OfficeLine(code: "G-\(number)")
                    : OfficeLine(code: "G-\(number)", kind: "rural", locality: villages[number % 2])
            }
            try await fixture.take(.offices, OfficeLine.file(offices))
            try await fixture.take(.declarations, "office_code,staff\nG-1,9\nG-2,5\nG-4,9\nG-5,5\n")
            try await fixture.close(Fixture.firstHalf)
            _ = try await fixture.ranking.rank(Fixture.firstHalf)
            try await fixture.takeServices(8)
            for step in 0..<40 {
                if step == 20 { try await fixture.ranking.publishPeriod(Fixture.firstHalf) }
                try await fixture.step(&random)
                if step % 5 == 4 { try await fixture.expectReconciled(seed) }
            }
        }
    }
}

/// After every publication, whose day is the real one.
private let later = day("1450-01-01")

extension Fixture {
    fileprivate func step(_ random: inout SeededNumbers) async throws {
        let office = "G-\(Int.random(in: 1...6, using: &random))"
        let service = String(Int.random(in: 1_001...1_008, using: &random))
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            let withdrawn = Bool.random(using: &random) ? "1403/01/01" : ""
            let area = Bool.random(using: &random) ? "country" : "localities"
            let line = DelegationLine(
                service: service, withdrawn: withdrawn, area: area,
                places: area == "country" ? "" : "گیلان/رشت/رشت|گیلان/رشت/ده بالا")
            try await take(.delegations, ServiceFiles.delegations(line))
        case 1:
            let state = Bool.random(using: &random) ? "active" : "suspended"
            _ = try await ranking.setOffice(
                office, ["state": state], effectiveOn: Self.today, reason: "x", today: Self.today)
        case 2:
            try? await ranking.endContract(office: office, service: service, on: later)
        case 3:
            // A contract that exists is taken in whatever the ceiling is; one that is known already changes nothing.
            try await take(.contracts, ServiceFiles.contracts((office, service, "1403/05/01", "")), acceptsValid: true)
        default:
            try? await ranking.registerContract(office: office, service: service, on: later)
        }
    }

    fileprivate func expectReconciled(_ seed: UInt64) async throws {
        var used = 0
        for number in 1...6 {
            let office = try await ranking.services(ofOffice: "G-\(number)", on: later)
            used += office.room.used
            #expect(office.room.used == office.services.count { $0.offeredSince != nil }, "seed \(seed)")
            let listed = try await ranking.workList(on: later, office: office.code)
            let excess = max(0, office.room.used - office.room.ceiling)
            let unavailable = office.services.count { $0.offeredSince != nil && !$0.isAvailable }
            #expect(listed.count >= max(excess, unavailable), "seed \(seed)")
            #expect(excess > 0 || listed.count == unavailable, "seed \(seed)")
            let available = office.services.count { $0.isAvailable }
            let share = [1: 100, 2: 70, 3: 30][office.rank ?? 3] ?? 0
            #expect(office.room.ceiling == (office.isActive ? naiveFloor(share * available) : 0), "seed \(seed)")
        }
        let inForce = try await number(
            "select count(*)::integer from registry.contract where ended_on is null or ended_on > '2071-03-21'")
        #expect(used == inForce, "seed \(seed)")
    }

    /// Hundredths, rounded down by counting.
    private func naiveFloor(_ hundredths: Int) -> Int {
        var whole = 0
        while (whole + 1) * 100 <= hundredths { whole += 1 }
        return whole
    }
}

/// A linear congruential generator (Knuth's MMIX): the same numbers for the same seed.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
