import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Acts at the same time")
struct ConcurrencyTests {
    private let period = Fixture.firstHalf

    @Test("while one run is under way another one is refused at once, and may be made afterwards")
    func runs() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.close(period)
            try await fixture.application(as: "operator") { connection in
                try await connection.query("select ranking.begin_run('1400-H1')")
                await expectRefusal(.anotherRunIsUnderWay(period: "1400-H1")) {
                    try await fixture.ranking.rank(period)
                }
            }
            #expect(try await fixture.ranking.rank(period).counts.offices == 3)
        }
    }

    @Test("of eight runs started together one is stored; the others are refused or change nothing")
    func manyRuns() async throws {
        try await Fixture.with(connections: 8) { fixture in
            try await fixture.openWithOffices()
            try await fixture.close(period)
            let outcomes = try await together(8) { _ in
                do {
                    switch try await fixture.ranking.rank(period).effect {
                    case .stored: return "stored"
                    case .unchanged: return "unchanged"
                    case .dryRun: return "dry"
                    }
                } catch let error as RankingError where error == .anotherRunIsUnderWay(period: period.description) {
                    return "under way"
                }
            }
            let stored = outcomes.filter { $0 == "stored" }
            #expect(stored.count == 1)
            #expect(Set(outcomes).isSubset(of: ["stored", "unchanged", "under way"]))
            #expect(try await fixture.number("select count(*) from registry.run") == 1)
            #expect(try await fixture.number("select count(*) from staging.assessment_row") == 0)
        }
    }

    @Test(
        "of imports that declare for one office at once each is stored by itself or refused"
    )
    func saidTogether() async throws {
        try await Fixture.with(connections: 8) { fixture in
            try await fixture.openWithOffices()
            let outcomes = try await together(8) { number in
                do {
                    let file = try fixture.file(
                        .declarations, "office_code,staff\nG-2,\(number + 10)\n", name: "declarations-\(number).csv")
                    let options = ImportOptions(period: period, today: Fixture.today)
                    let outcome = try await fixture.ranking.importFiles([file], options, report: FindingReport())
                    return outcome.effect == .stored ? "stored" : "\(outcome.effect)"
                } catch let error as RankingError where error == .saidMeanwhile {
                    return "said meanwhile"
                }
            }
            let stored = outcomes.filter { $0 == "stored" }.count
            #expect(stored >= 1 && Set(outcomes).isSubset(of: ["stored", "said meanwhile"]), "\(outcomes)")
            let numbers = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select s.number from registry.submission s join registry.office o on o.id = s.office_id
                    where o.code = 'G-2' order by s.number
                    """
                ).decode(Int.self)
            }
            #expect(numbers == Array(1...stored))
        }
    }

    @Test("a close waits for an import into its period, and the next import is refused")
    func importAgainstClose() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await expectCloseWaits(fixture) { connection in
                try await connection.query("select ranking.begin_period_import('1400-H1')")
            }
            await expectRefusal(.periodNotOpen(state: "closed")) {
                try await fixture.take(.declarations, "office_code,staff\nG-2,9\n")
            }
        }
    }

    @Test("a close waits for an import into another period too, since its violations count as occurrences")
    func otherPeriodAgainstClose() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.openNext(halfYear("1400-H2"))
            try await expectCloseWaits(fixture) { connection in
                try await connection.query("select ranking.begin_period_import('1400-H2')")
                try await connection.query("select ranking.next_revision()")
            }
        }
    }

    @Test("imports and a close at once leave every fact either in the census or refused")
    func manyImportsAgainstClose() async throws {
        try await Fixture.with(connections: 6) { fixture in
            let codes = (0..<40).map { "G-\($0)" }
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(codes.map { OfficeLine(code: $0) }))
            let stored = try await together(6) { worker in
                if worker == 3 {
                    try await fixture.close(period)
                    return [String]()
                }
                var taken: [String] = []
                for place in stride(from: worker, to: codes.count, by: 6) {
                    let path = try fixture.file(
                        .declarations, "office_code,staff\n\(codes[place]),9\n", name: "declarations-\(worker).csv")
                    do {
                        _ = try await fixture.ranking.importFiles(
                            [path], ImportOptions(period: period, today: Fixture.today), report: FindingReport())
                        taken.append(codes[place])
                    } catch let error as RankingError where error.code == .periodNotOpen {}
                }
                return taken
            }
            _ = try await fixture.ranking.rank(period)
            let earned = try await fixture.places().filter { $0.value == "1 earned" }
            #expect(Set(earned.keys) == Set(stored.joined()))
        }
    }

    @Test("two imports of the same new offices and villages store them once")
    func sameOffices() async throws {
        try await Fixture.with(connections: 4) { fixture in
            let lines = (0..<200).map {
                OfficeLine(
                    code: "R-\($0)", kind: "rural", county: "لاهیجان", locality: "روستای \($0 % 7)", holder: legalID($0)
                )
            }
            let text = OfficeLine.file(lines)
            let outcomes = try await together(4) { worker in
                let path = try fixture.file(.offices, text, name: "offices-\(worker).csv")
                return try await fixture.ranking.importFiles(
                    [path], ImportOptions(today: Fixture.today), report: FindingReport())
            }
            #expect(outcomes.map(\.files[0].inserted).reduce(0, +) == 200)
            #expect(outcomes.map(\.files[0].unchanged).reduce(0, +) == 600)
            let stored = outcomes.filter { $0.effect == .stored }
            #expect(stored.count == 1)
            #expect(try await fixture.number("select count(*) from registry.office") == 200)
            #expect(try await fixture.number("select count(*) from registry.locality where kind = 'village'") == 7)
            #expect(try await fixture.number("select count(*) from registry.import") == 1)
        }
    }

    @Test("acts made at once stand in one chain of the record")
    func record() async throws {
        try await Fixture.with(connections: 8) { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file((0..<8).map { OfficeLine(code: "G-\($0)") }))
            _ = try await together(8) { worker in
                for round in 1...5 {
                    _ = try await fixture.ranking.setOffice(
                        "G-\(worker)", ["staff_count": "\(round)"], effectiveOn: Fixture.today, reason: "x",
                        today: Fixture.today)
                }
            }
            let check = try await fixture.ranking.checkRecord()
            #expect(check.count == 45 && check.firstBroken == nil)
        }
    }

    /// Starts a close while a transaction has done `begin`, sees it wait, and lets both end.
    private func expectCloseWaits(
        _ fixture: Fixture, begin: (PostgresConnection) async throws -> some Sendable
    ) async throws {
        try await fixture.application(as: "operator") { connection in
            _ = try await begin(connection)
            async let closed: Void = fixture.ranking.closePeriod(period)
            try await fixture.waitForLock()
            #expect(try await fixture.ranking.period(period).state == .open)
            try await connection.query("commit")
            try await closed
            try await connection.query("begin")
        }
        #expect(try await fixture.ranking.period(period).state == .closed)
    }
}

/// Runs the body so many times at once, each with its number.
private func together<T: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) async throws -> T
) async throws -> [T] {
    try await withThrowingTaskGroup(of: T.self) { group in
        for worker in 0..<count { group.addTask { try await body(worker) } }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}

extension Fixture {
    /// Returns once a session of this database waits for a lock.
    fileprivate func waitForLock() async throws {
        try await administrator { connection in
            try await until("nobody waits for a lock") {
                try await connection.query(
                    """
                    select exists (select from pg_stat_activity
                                   where datname = current_database() and wait_event_type = 'Lock')
                    """)[0].decode(Bool.self)
            }
        }
    }
}
