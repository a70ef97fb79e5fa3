import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Random histories of ceilings")
struct CausePropertyTests {
    @Test("the cause of a work item dates from the first day on which the item is listed")
    func causes() async throws {
        var seen: Set<WorkItem.Cause> = []
        for seed in 1...UInt64(4 * repetitions) { seen.formUnion(try await causes(seed: seed)) }
        #expect(seen.isSuperset(of: [.rankChange, .withdrawal, .suspension, .closure, .contract]))
    }

    private func causes(seed: UInt64) async throws -> Set<WorkItem.Cause> {
        try await Fixture.with { fixture in
            var random = SeededGenerator(seed: seed)
            let published = try await fixture.publishWithGenerousUnranked()
            let window = (-15...15).map { published.adding(days: $0) }
            let asked = published.adding(days: 16)
            for _ in 0..<30 { try await fixture.step(&random, window, asked) }
            let list = try await fixture.ranking.workList(on: asked)
            let days = try await fixture.days(before: asked, 33)
            for item in list {
                #expect(item.causedOn == days.naiveCause(of: item, on: asked), "seed \(seed): \(item)")
                #expect(item.dueOn == item.causedOn.adding(days: 30))
                #expect(item.cause != .rankChange || item.causedOn == published)
            }
            for office in offices {
                let state = try #require(days[asked]?[office])
                let unavailable = state.services.count { $0.offeredSince != nil && !$0.isAvailable }
                let excess = max(0, state.room.used - state.room.ceiling)
                #expect(list.count { $0.office == office } == max(excess, unavailable), "seed \(seed): \(office)")
            }
            return Set(list.map(\.cause))
        }
    }
}

private let offices = ["G-1", "G-2", "G-3"]
private let services = (1_001...1_008).map(String.init)

extension Fixture {
    /// Before the publication an office may offer everything; then G-1 has rank 1, G-2 rank 2, G-3 rank 3.
    fileprivate func publishWithGenerousUnranked() async throws -> Day {
        try await open(
            scheme: smallScheme.replacing("unranked: {service_ceiling: 30}", with: "unranked: {service_ceiling: 100}"))
        try await take(
            .offices, OfficeLine.file(offices.map { OfficeLine(code: $0, effectiveOn: "1399/01/01") }))
        try await take(.declarations, "office_code,staff\nG-1,9\nG-2,5\n")
        try await closeAndRank()
        try await ranking.publishPeriod(Self.firstHalf)
        try await takeServices(services.count)
        let day = try await administrator { connection in
            try await connection.query(
                "select (published_at at time zone 'Asia/Tehran')::date::text from registry.publication"
            )[0].decode(String.self)
        }
        return try #require(Day(iso: day))
    }

    fileprivate func step(_ random: inout SeededGenerator, _ window: [Day], _ asked: Day) async throws {
        let office = offices[Int.random(in: 0..<offices.count, using: &random)]
        let service = services[Int.random(in: 0..<services.count, using: &random)]
        let place = Int.random(in: 0..<10, using: &random)
        // Most contracts are older than what lowers their offices' ceilings.
        let when = window[Int.random(in: place > 3 ? 0..<8 : 0..<window.count, using: &random)]
        let date = try #require(JalaliDate(when)).description
        switch place {
        case 0...2:
            let isWithdrawn = Int.random(in: 0..<3, using: &random) > 0
            let line = DelegationLine(
                service: service, withdrawn: isWithdrawn ? date : "",
                area: Bool.random(using: &random) ? "country" : "localities", places: "گیلان/رشت/رشت")
            try await bring(.delegations, ServiceFiles.delegations(line), asked)
        case 3:
            let state = ["active", "suspended", "active", "closed", "active"][Int.random(in: 0..<5, using: &random)]
            let locality = Int.random(in: 0..<4, using: &random) == 0 ? "خمام" : "رشت"
            // Nobody's office changes from a day to come: not after the publication, which was today.
            let from = try #require(JalaliDate(min(when, window[window.count / 2]))).description
            // Decisions come one by one, the rest by a file that repeats what is decided.
            let decided = try await decide(state, of: office, from: day(from), on: asked)
            let line = OfficeLine(code: office, locality: locality, state: decided, effectiveOn: from)
            try await bring(.offices, OfficeLine.file(line), asked)
        default:
            let end = Int.random(in: 0..<4, using: &random) == 0 ? JalaliDate(asked)?.description : nil
            try await bring(.contracts, ServiceFiles.contracts((office, service, date, end ?? "")), asked)
        }
    }

    /// The state that a file may then say: of offices that are suspended, or were, that of the decision.
    private func decide(_ state: String, of office: String, from: Day, on asked: Day) async throws -> String {
        let then = try await ranking.office(office).versions.filter { $0.effectiveOn <= from }
            .max { ($0.effectiveOn, $0.revision) < ($1.effectiveOn, $1.revision) }?.state
        if state == "suspended" || then == .suspended { try await decide(state, of: office, from: from, today: asked) }
        return state
    }

    private func bring(_ kind: ImportKind, _ text: String, _ today: Day) async throws {
        let options = ImportOptions(today: today, acceptsValid: true)
        _ = try await ranking.importFiles([file(kind, text)], options, report: FindingReport())
    }

    /// Every office on every single day of so many until the last.
    fileprivate func days(before last: Day, _ count: Int) async throws -> [Day: [String: OfficeServices]] {
        var days: [Day: [String: OfficeServices]] = [:]
        for day in (-count...0).map({ last.adding(days: $0) }) {
            for office in offices {
                days[day, default: [:]][office] = try await ranking.services(ofOffice: office, on: day)
            }
        }
        return days
    }
}

extension [Day: [String: OfficeServices]] {
    /// Goes back day by day while the item is listed for its reason.
    fileprivate func naiveCause(of item: WorkItem, on asked: Day) -> Day {
        var since = asked
        while let before = self[since.adding(days: -1)]?[item.office], isListed(item, before, since) {
            since = since.adding(days: -1)
        }
        return since
    }

    /// Whether it was listed on the day before `since`, when the office was so.
    private func isListed(_ item: WorkItem, _ office: OfficeServices, _ since: Day) -> Bool {
        guard item.registeredOn < since else { return false }
        switch item.reason {
        case .officeNotActive: return !office.isActive
        case .aboveCeiling: return office.isActive && office.room.used - office.room.ceiling >= item.position
        case .serviceNotAvailable:
            return office.services.first { $0.code == item.service }.map { !$0.isAvailable } ?? true
        }
    }
}
