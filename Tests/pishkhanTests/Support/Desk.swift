import Foundation
import Postgres
import TestDatabase
import Testing

/// Somebody at a terminal with a database and a folder of their own.
struct Desk: Sendable {
    let database: TestDatabase
    let folder: URL
    var program: Program

    static func with<T: Sendable>(isMigrated: Bool = true, _ body: (Desk) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let work = { (database: TestDatabase) in
            try await body(Desk(database, folder, login: database.address(as: isMigrated ? "pishkhan_app" : nil)))
        }
        return try await isMigrated ? TestDatabase.with(work) : TestDatabase.withEmpty(work)
    }

    /// The same with a migrated database on another server than the tests' own.
    static func with(on server: String, _ body: (Desk) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = TestDatabase(name: "killed", onServer: server)
        let desk = Desk(database, folder, login: database.address())
        // A commit must have left the server's memory when it is acknowledged, which the tests' own server does not ask.
        for statement in [
            "alter system set synchronous_commit = on", "select pg_reload_conf()", "create database killed",
        ] {
            try await TestDatabase.administer(server, statement)
        }
        for command in [["setup"], ["migrate"]] {
            let run = try await desk.program.run(command)
            guard run.status == 0 else { throw Unprepared(errors: run.errors) }
        }
        try await body(desk)
    }

    private struct Unprepared: Error {
        let errors: String
    }

    private init(_ database: TestDatabase, _ folder: URL, login: String) {
        self.database = database
        self.folder = folder
        let environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "DATABASE_URL": login,
            "PISHKHAN_TODAY": "1404-01-01", "PISHKHAN_LANG": "en", "TMPDIR": folder.path(percentEncoded: false),
        ]
        program = Program(environment: environment, workingFolder: folder)
    }

    /// In English unless `--lang` says otherwise.
    func run(_ arguments: String...) async throws -> Program.Run {
        try await program.run(arguments)
    }

    /// Expects a run to end with a status.
    func expect(_ status: Int32, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws
    {
        let run = try await program.run(arguments)
        #expect(run.status == status, "\(arguments): \(run.errors)", sourceLocation: sourceLocation)
    }

    func setting(_ name: String, _ value: String?) -> Desk {
        var desk = self
        desk.program.environment[name] = value
        return desk
    }

    /// Writes a file into the folder; the working folder of the program is the same.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path(percentEncoded: false)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// One number, asked by the superuser.
    func number(_ query: PostgresQuery) async throws -> Int {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        let number = try await connection.query(query)[0].decode(Int.self)
        await connection.close()
        return number
    }

    func execute(_ script: String) async throws {
        try await database.execute(script)
    }
}

/// A Persian line as the program writes it.
func rightToLeft(_ lines: String...) -> String {
    lines.map { $0.isEmpty ? "\n" : "\u{2067}\($0)\u{2069}\n" }.joined()
}

/// A Latin piece in a Persian line.
func latin(_ text: String) -> String {
    "\u{2066}\(text)\u{2069}"
}

/// A Persian piece in an English line.
func persian(_ text: String) -> String {
    "\u{2067}\(text)\u{2069}"
}
