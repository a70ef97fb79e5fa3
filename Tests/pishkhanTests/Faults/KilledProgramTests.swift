import Foundation
import Postgres
import TestDatabase
import Testing

@Suite("A program that is killed leaves the state before or the state after")
struct KilledProgramTests {
    @Test(
        "an import killed before its commit has changed nothing, and the next one stores everything",
        arguments: ["import_after_chunk", "import_before_storing", "import_after_storing", "import_before_commit"])
    func importBeforeCommit(point: String) async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", manyOffices)
            try await desk.killed(at: point, ["import", "offices.csv"])
            #expect(try await desk.number("select count(*) from registry.office") == 0)
            #expect(try await desk.number("select count(*) from registry.act") == 0)
            #expect(try await desk.run("import", "offices.csv").status == 0)
            #expect(try await desk.number("select count(*) from registry.office") == officeCount)
            #expect(try await desk.number("select count(*) from staging.office_row") == 0)
        }
    }

    @Test("an import killed after its commit is complete, and the next one finds nothing to change")
    func importAfterCommit() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", manyOffices)
            try await desk.killed(at: "import_after_commit", ["import", "offices.csv"])
            #expect(try await desk.number("select count(*) from registry.office") == officeCount)
            let acts = try await desk.number("select count(*) from registry.act")
            #expect(try await desk.run("import", "offices.csv").status == 0)
            #expect(try await desk.number("select count(*) from registry.act") == acts)
        }
    }

    @Test(
        "a close killed before its commit leaves the period open, and after it leaves the period closed",
        arguments: [("close_before_commit", "open"), ("close_after_commit", "closed")])
    func close(point: String, state: String) async throws {
        try await Desk.with { desk in
            try await desk.open()
            try desk.write("offices.csv", offices("G-1", "G-2"))
            #expect(try await desk.run("import", "offices.csv").status == 0)
            try await desk.execute(obstaclesOverruled("1400-H1"))
            try await desk.killed(at: point, ["period", "close", "1400-H1"])
            #expect(try await desk.periodsIn(state) == 1)
            #expect(try await desk.number("select count(*) from registry.census") == (state == "closed" ? 1 : 0))
        }
    }

    @Test(
        "a run killed before its commit leaves no result, and the next one stores it",
        arguments: ["run_after_chunk", "run_before_storing", "run_after_storing", "run_before_commit"])
    func runBeforeCommit(point: String) async throws {
        try await Desk.with { desk in
            try await desk.closeSmallPeriod()
            try await desk.killed(at: point, ["rank", "1400-H1"])
            #expect(try await desk.periodsIn("closed") == 1)
            #expect(try await desk.number("select count(*) from registry.assessment") == 0)
            #expect(try await desk.run("rank", "1400-H1").status == 0)
            #expect(try await desk.number("select count(*) from registry.assessment") == 3)
        }
    }

    @Test(
        "a publication killed before its commit published nothing, killed after it everything",
        arguments: [
            ("publication_before_storing", 0), ("publication_before_commit", 0), ("publication_after_commit", 1),
        ])
    func publication(point: String, published: Int) async throws {
        try await Desk.with { desk in
            try await desk.closeSmallPeriod()
            try #require(try await desk.run("rank", "1400-H1").status == 0)
            try await desk.killed(at: point, ["publish", "1400-H1"])
            #expect(try await desk.periodsIn("published") == published)
            #expect(try await desk.number("select count(*) from registry.publication") == published)
            #expect(try await desk.number("select count(*) from registry.publication_text") == published)
            #expect(try await desk.run("publish", "1400-H1").status == (published == 1 ? 65 : 0))
            #expect(try await desk.number("select count(*) from registry.publication") == 1)
        }
    }

    @Test(
        "a correction killed before its commit left the number before it, killed after it the next one is whole",
        arguments: [
            ("publication_before_storing", 1), ("publication_before_commit", 1), ("publication_after_commit", 2),
        ])
    func correction(point: String, newest: Int) async throws {
        try await Desk.with { desk in
            try await desk.closeSmallPeriod()
            try #require(try await desk.run("rank", "1400-H1").status == 0)
            try #require(try await desk.run("publish", "1400-H1").status == 0)
            try await desk.declareOtherwise()
            try #require(try await desk.run("rank", "1400-H1").status == 0)
            let seen = try await desk.digestOfChanges()
            try await desk.killed(
                at: point, ["publish", "1400-H1", "--correction", "نادرست", "--changes", seen])
            #expect(try await desk.number("select max(number) from registry.publication") == newest)
            #expect(try await desk.number("select count(*) from registry.publication_text") == newest)
            // The period shows the newest number, whichever it is.
            let current = try await desk.number(
                """
                select p.number from registry.publication p
                join registry.evaluation_period e on e.run_id = p.run_id
                """)
            #expect(current == newest)
            let again = try await desk.run("publish", "1400-H1", "--correction", "نادرست", "--changes", seen)
            #expect(again.status == (newest == 2 ? 65 : 0), "\(again.errors)")
            #expect(try await desk.number("select max(number) from registry.publication") == 2)
        }
    }

    @Test("a run killed after its commit is complete, and the same run again changes nothing")
    func runAfterCommit() async throws {
        try await Desk.with { desk in
            try await desk.closeSmallPeriod()
            try await desk.killed(at: "run_after_commit", ["rank", "1400-H1"])
            #expect(try await desk.periodsIn("ranked") == 1)
            #expect(try await desk.run("rank", "1400-H1").status == 0)
            #expect(try await desk.number("select count(*) from registry.run") == 1)
        }
    }
}

private let officeCount = 2_500

private let manyOffices: String = {
    let lines = offices("G-0").split(separator: "\n").map(String.init)
    let rows = (1...officeCount).map { lines[1].replacing("G-0", with: "G-\($0)") }
    return ([lines[0]] + rows).joined(separator: "\n") + "\n"
}()

extension Desk {
    func killed(at point: String, _ arguments: [String]) async throws {
        let program = try RunningProgram(self, point: point, arguments)
        try await program.waitForPoint()
        try await program.kill()
        try await transactionsOfTheDeadToEnd()
    }

    /// The server notices a client's death when it next reads from it; until then the transaction holds its locks.
    private func transactionsOfTheDeadToEnd() async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while try await number(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
            """) > 0
        {
            try #require(ContinuousClock.now < deadline, "a killed program's connection is still there")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func periodsIn(_ state: String) async throws -> Int {
        try await number("select count(*) from registry.evaluation_period where state = \(state)")
    }

    func closeSmallPeriod() async throws {
        try await open()
        try write("1400-H1/offices.csv", offices("G-1", "G-2", "G-3"))
        try write("1400-H1/declarations.csv", "office_code,staff\nG-1,7\nG-2,4\n")
        try #require(try await run("import", "1400-H1", "--period", "1400-H1").status == 0)
        try await execute(obstaclesOverruled("1400-H1"))
        try #require(try await run("period", "close", "1400-H1").status == 0)
    }
}

extension Desk {
    /// Another declared value of G-2 among the frozen facts, past every guard.
    fileprivate func declareOtherwise() async throws {
        try await execute(
            """
            set session_replication_role = replica;
            update registry.census_fact set declared_value = array[9]
            where office_id = (select id from registry.office where code = 'G-2');
            """)
    }

    fileprivate func digestOfChanges() async throws -> String {
        let run = try await run("publish", "1400-H1", "--dry-run", "--format", "json")
        return String(try #require(run.output.firstMatch(of: /"changes": ?"([0-9a-f]{64})"/)).1)
    }
}
