import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("From ranks to services and to the agency's points")
struct ServiceStoryTests {
    @Test("the indicator rises with a delegation, a violation takes a rank, and the work list says what to hand over")
    func story() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            // Publications carry the real day, so the register is looked at on a day after all of them.
            let later = day("1450-01-01")
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", holder: legalID(1)), .init(code: "G-2", holder: legalID(2)),
                    .init(code: "G-3", holder: legalID(3))))
            try await fixture.take(.declarations, "office_code,staff\nG-1,8\nG-2,5\n")
            try await fixture.finish(Fixture.firstHalf)
            try await fixture.takeServices(10)
            try await fixture.take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,12"))

            var filter = RoomFilter()
            filter.province = "گیلان"
            filter.rank = 2
            let offices = try await ranking.officesWithRoom(for: "1001", on: later, filter).items
            #expect(offices.map(\.code) == ["G-1", "G-2"])
            #expect(offices.map(\.room.ceiling) == [10, 7] && offices.map(\.position) == [1, 2])
            let last = try await ranking.services(ofOffice: "G-3", on: later)
            #expect(last.rank == 3 && last.room.ceiling == 3 && last.ceilingAtFirstRank == 10)

            for number in 1...10 {
                try await ranking.registerContract(office: "G-1", service: String(1_000 + number), on: later)
            }
            await #expect(throws: RankingError.serviceOfferedAlready(service: "1001")) {
                try await ranking.registerContract(office: "G-1", service: "1001", on: later)
            }
            #expect(try await ranking.workList(on: later).isEmpty)
            #expect(try await ranking.officesWithRoom(for: "1001", on: later, filter).items.map(\.code) == ["G-2"])
            #expect(try await ranking.distribution(ofAgency: "A1", on: later)[0].offering == 1)

            let before = try await ranking.indicator(of: "A1", year: 1400, cutOff: later)
            #expect(before.chosen.numerator == 10 && before.chosen.points == Points(rawValue: 4_166))
            #expect(before.offices.count == 10 && before.offices.allSatisfy { $0.code == "G-1" && $0.rank == 1 })
            try await fixture.take(.services, ServiceFiles.services(.init(code: "1011")))
            try await fixture.take(.delegations, ServiceFiles.delegations(.init(service: "1011")))
            let risen = try await ranking.indicator(of: "A1", year: 1400, cutOff: later)
            #expect(risen.chosen.numerator == 11 && risen.chosen.points == Points(rawValue: 4_583))

            // 70 less 5 for the first occurrence is 65: rank 2.
            try await fixture.openNext(halfYear("1400-H2"))
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nG-2,5\n", period: halfYear("1400-H2"))
            try await fixture.take(
                .violations, "office_code,decision_number,kind,decided_on\nG-1,T-1,overcharging,1400/08/01\n",
                period: halfYear("1400-H2"))
            try await fixture.finish(halfYear("1400-H2"))
            let list = try await ranking.workList(on: later)
            #expect(list.map(\.service) == ["1001", "1002", "1003"])
            #expect(list.allSatisfy { $0.rank == 2 && $0.ceiling == 7 && $0.used == 10 && $0.excess == 3 })
            #expect(try await ranking.services(ofOffice: "G-1", on: later).room.used == 10)
            for item in list {
                try await ranking.endContract(office: item.office, service: item.service, on: later, reason: "rank 2")
            }
            #expect(try await ranking.workList(on: later).isEmpty)
            #expect(try await ranking.indicator(of: "A1", year: 1400, cutOff: later).chosen.numerator == 11)
            let acts = try await fixture.number(
                "select count(*)::integer from registry.act where kind in ('register_contract', 'end_contract')")
            #expect(acts == 13)
        }
    }
}

extension Fixture {
    fileprivate func finish(_ halfYear: HalfYear) async throws {
        try await close(halfYear)
        _ = try await ranking.rank(halfYear)
        try await ranking.publishPeriod(halfYear)
    }
}
