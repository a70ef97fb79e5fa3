import Foundation
import TestDatabase
import Testing

@Suite("Backup and restoration")
struct BackupTests {
    @Test(
        "a backup of the published Gilan is restored in another cluster with the same answers, and work goes on there")
    func gilan() async throws {
        try await source { desk in
            try await desk.publishSample()
            try await desk.expectScript(0, "backup", "gilan.dump")
            try await withCluster { cluster in
                // No superuser, as servers that somebody else runs give it.
                let address = "\(cluster) dbname=restored user=chief"
                try await TestDatabase.administer(cluster, "create role chief login createrole createdb")
                try await TestDatabase.administer(cluster, "create database restored owner chief")
                try await desk.expectScript(0, "restore", "gilan.dump", "--into", address)
                let copy = desk.setting("DATABASE_URL", "\(address) user=pishkhan_app")
                for question in Self.questions {
                    let answers = [try await desk.program.run(question), try await copy.program.run(question)]
                    #expect(answers[0].status == 0 && answers[0].output == answers[1].output, "\(question)")
                    #expect(answers[0].output.count > 100)
                }
                try await desk.expect(0, "rank", "1400-H1", "--dry-run", "--canonical", "before.txt")
                try await copy.expect(0, "rank", "1400-H1", "--dry-run", "--canonical", "after.txt")
                #expect(try desk.read("before.txt") == desk.read("after.txt"))
                try await copy.expect(0, "period", "plan", "1400-H2")
                try await copy.expect(0, "period", "open", "1400-H2", "--scheme", "sample-1400")
                try await copy.expect(0, "record", "verify")
                try await copy.setting("DATABASE_URL", address).expectScript(0, "backup", "again.dump")
            }
        }
    }

    private static let questions = [
        ["offices", "--period", "1400-H1", "--limit", "1000", "--format", "csv"],
        ["explain", "SYN-G-0046", "1400-H1", "--format", "json"],
        ["summary", "1400-H1", "--format", "json"],
        ["record", "list", "--format", "json"],
        ["scheme", "guide", "sample-1400"],
    ]

    @Test("a backup is restored only into an empty database, undamaged and with its checkpoint")
    func refusals() async throws {
        try await source { desk in
            try await desk.rank()
            try await desk.expect(0, "publish", "1400-H1")
            try await desk.expectScript(0, "backup", "a.dump")
            try await desk.expectScript(1, "backup", "a.dump", saying: "a backup is never overwritten")
            let own = desk.database.address()
            try await desk.expectScript(1, "restore", "a.dump", "--into", own, saying: "the database is not empty")
            try await TestDatabase.withEmpty { empty in
                let into = ["--into", empty.address()]
                try desk.copy("a.dump", "lone.dump")
                try await desk.expectScript(1, ["restore", "lone.dump"] + into, saying: "checkpoint is missing")
                try desk.copy("a.dump", "bad.dump", adding: [0])
                try desk.copy("a.dump.checkpoint", "bad.dump.checkpoint")
                try await desk.expectScript(1, ["restore", "bad.dump"] + into, saying: "is not as it was written")
                try await desk.expectScript(0, ["restore", "lone.dump", "--unverified"] + into)
            }
        }
    }

    @Test("a restoration brings back published sheets and recomputes them from their facts")
    func sheets() async throws {
        try await Desk.withServices { services in
            let desk = services.setting("DATABASE_URL", services.database.address())
            try await desk.expect(0, "indicator", "publish", "A-1", "1400")
            try await desk.expect(0, "indicator", "publish", "A-2", "1400", "--cut-off", "1400-06-31")
            try desk.write("later.csv", "office_code,service_code,registered_on,ended_on\nG-2,1002,1400/02/01,\n")
            try await desk.expect(0, "import", "later.csv", "--kind", "contracts")
            try await desk.expect(0, "indicator", "publish", "A-1", "1400")
            try await desk.expectScript(0, "backup", "a.dump")
            #expect(try desk.read("a.dump.checkpoint").matches(of: /sheet 1400 [12] [0-9a-f]{64} A-[12]/).count == 3)
            try await TestDatabase.withEmpty { empty in
                let into = ["--into", empty.address()]
                try await desk.expectScript(
                    0, ["restore", "a.dump"] + into, saying: "sheet 2 of A-1 for 1400: the same bytes as published")
            }
        }
    }

    @Test("an interrupted restoration can be repeated, and an altered checkpoint is refused")
    func again() async throws {
        try await source { desk in
            try await desk.rank()
            try await desk.expectScript(0, "backup", "a.dump")
            let checkpoint = try desk.read("a.dump.checkpoint")
            try await TestDatabase.withEmpty { empty in
                let restore = ["restore", "a.dump", "--into", empty.address()]
                let stopped = try await desk.setting("DATABASE_URL", empty.address()).program.run(["setup"])
                #expect(stopped.status == 0)
                try desk.write("a.dump.checkpoint", checkpoint.replacing("\nacts ", with: "\nacts 1"))
                try await desk.expectScript(1, restore, saying: "the restored database is not what was backed up")
            }
        }
    }

    @Test("a backup that is newer than the program is refused before anything is changed")
    func newer() async throws {
        try await source { desk in
            try await desk.execute(
                """
                insert into registry.migration (number, name, checksum, applied_at)
                select generate_series(count(*) + 1, 99), 'later', 'x', now() from registry.migration
                """)
            try await desk.expectScript(0, "backup", "newer.dump")
            try await TestDatabase.withEmpty { empty in
                try await desk.expectScript(
                    57, "restore", "newer.dump", "--into", empty.address(), saying: "use a newer program")
                let connected = desk.setting("DATABASE_URL", empty.address())
                #expect(try await connected.run("period", "list").errors.contains("roles and schemas are missing"))
            }
        }
    }

    @Test("a restoration brings back the files of evidence and checks each against its digest")
    func evidence() async throws {
        try await source { desk in
            try await desk.openWithEvidenceRule()
            try await desk.expect(
                0, "evidence", "add", "G-1", "lease.pdf", "--criterion", "staff", "--kind", "lease", "--issued-on",
                "1400-01-31")
            try await desk.expectScript(0, "backup", "a.dump")
            try await TestDatabase.withEmpty { empty in
                try await desk.expectScript(
                    0, "restore", "a.dump", "--into", empty.address(),
                    saying: "files of evidence: 1, each with its digest")
                let copy = desk.setting("DATABASE_URL", empty.address())
                try await copy.expect(0, "evidence", "get", "G-1", "1", "restored.pdf")
                #expect(try desk.read("restored.pdf") == "%PDF-lease")
            }
        }
    }

    @Test("a login that does not see every row makes no backup")
    func partialSight() async throws {
        try await source { desk in
            let limited = desk.setting("DATABASE_URL", desk.database.address(as: "pishkhan_app"))
            try await limited.expectScript(1, "backup", "a.dump", saying: "nothing was written")
            #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path()).isEmpty)
        }
    }

    /// A desk whose login is the administrator.
    private func source(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.with { try await body($0.setting("DATABASE_URL", $0.database.address())) }
    }

    private func withCluster(_ body: (String) async throws -> Void) async throws {
        // Short, for the socket's sake, and where the cluster's system user may enter.
        let folder = "/tmp/pishkhan-restored-\(UUID().uuidString.prefix(8))"
        let program = Program(environment: ProcessInfo.processInfo.environment, workingFolder: URL(filePath: "/tmp"))
        let started = try await program.runScript("postgres", ["start", folder])
        do {
            try #require(started.status == 0, "\(started.errors)")
            try await body(started.output.trimmingCharacters(in: .whitespacesAndNewlines))
            _ = try await program.runScript("postgres", ["remove", folder])
        } catch {
            _ = try await program.runScript("postgres", ["remove", folder])
            throw error
        }
    }
}

extension Desk {
    /// The synthetic Gilan from its files to its publication.
    fileprivate func publishSample() async throws {
        let scheme = Program.project.appending(path: "sql/seed/sample-1400.yaml").path(percentEncoded: false)
        try await expect(0, "sample", "gilan")
        try await adopt(scheme, as: "sample-1400@1")
        try await expect(0, "period", "plan", "1400-H1")
        try await expect(0, "period", "open", "1400-H1", "--scheme", "sample-1400")
        try await expect(0, "import", "gilan", "--period", "1400-H1")
        try await close()
        try await expect(0, "rank", "1400-H1")
        try await expect(0, "publish", "1400-H1")
    }

    fileprivate func copy(_ name: String, _ other: String, adding bytes: [UInt8] = []) throws {
        let data = try Data(contentsOf: folder.appending(path: name)) + bytes
        try data.write(to: folder.appending(path: other))
    }

    fileprivate func expectScript(
        _ status: Int32, _ words: String..., saying text: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await expectScript(status, words, saying: text, sourceLocation: sourceLocation)
    }

    fileprivate func expectScript(
        _ status: Int32, _ words: [String], saying text: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let run = try await program.runScript(words[0], Array(words.dropFirst()))
        #expect(run.status == status, "\(words): \(run.errors)", sourceLocation: sourceLocation)
        #expect(text.isEmpty || run.errors.contains(text), "\(run.errors)", sourceLocation: sourceLocation)
    }
}
