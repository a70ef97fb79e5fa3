import Foundation
import TestDatabase
import Testing

/// Somebody who asks the daemon by curl, as an account or as nobody.
struct DaemonVisitor {
    let daemon: DaemonProgram
    var token: String?

    func get(_ path: String) async throws -> DaemonAnswer {
        try await ask(path, [])
    }

    /// A write of JSON with a key of its own unless one is given.
    func send(_ path: String, _ body: String = "", key: String = UUID().uuidString) async throws -> DaemonAnswer {
        try await ask(path, Self.write(key, "application/json") + ["--data-raw", body])
    }

    /// A write whose body is a file as it is.
    func send(_ path: String, file: String, type: String, key: String = UUID().uuidString) async throws -> DaemonAnswer
    {
        try await ask(path, Self.write(key, type) + ["--data-binary", "@\(file)"])
    }

    /// A file as a stream, whose length is not told before.
    func send(stream file: String, to path: String, type: String) async throws -> DaemonAnswer {
        let headers = ["--header", "Transfer-Encoding: chunked"]
        return try await ask(path, Self.write(UUID().uuidString, type) + headers + ["--upload-file", file])
    }

    private static func write(_ key: String, _ type: String) -> [String] {
        ["--request", "POST", "--header", "Idempotency-Key: \(key)", "--header", "Content-Type: \(type)"]
    }

    private func ask(_ path: String, _ options: [String]) async throws -> DaemonAnswer {
        let proof = token.map { ["--header", "Authorization: Bearer \($0)"] } ?? []
        // A whole half-year is taken in by one request, and the machine may be busy.
        let answer = try await daemon.get(path, proof + ["--max-time", "300"] + options)
        return DaemonAnswer(status: answer.status, text: answer.body)
    }
}

struct DaemonAnswer: CustomStringConvertible {
    let status: Int
    let text: String

    var description: String { "\(status) \(text.prefix(600))" }

    var json: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:] }
    }

    var code: String? { try? json["code"] as? String }

    func rows(_ key: String) throws -> [[String: Any]] {
        try #require(try json[key] as? [[String: Any]], "\(key) of \(self)")
    }
}

/// A running daemon before a database of its own, with the first token of the headquarters.
struct DaemonDesk {
    let database: TestDatabase
    let daemon: DaemonProgram
    let headquarters: DaemonVisitor
    /// For files that are sent.
    let folder: URL

    var everybody: DaemonVisitor { DaemonVisitor(daemon: daemon) }

    static func with(_ arguments: [String] = [], _ body: (DaemonDesk) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "story-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await TestDatabase.with { database in
            let setup = try await DaemonProgram.run(
                try DaemonProgram.binary("pishkhan"), ["setup", "--format", "json"],
                environment: ["PATH": "/usr/bin:/bin", "DATABASE_URL": database.address()])
            let answer = DaemonAnswer(status: Int(setup.status), text: setup.output)
            let token = try #require(try answer.json["token"] as? String, "\(answer)")
            let daemon = try DaemonProgram(
                ["--port", "0", "--database", database.address(as: "pishkhan_app")] + arguments)
            try await daemon.listening()
            let headquarters = DaemonVisitor(daemon: daemon, token: token)
            try await body(
                DaemonDesk(database: database, daemon: daemon, headquarters: headquarters, folder: folder))
            #expect(try await daemon.stop() == 0)
        }
    }

    /// Makes an account by the headquarters' hand and gives it a token.
    func account(_ name: String, _ role: String) async throws -> DaemonVisitor {
        let made = try await headquarters.send(
            "/v1/accounts", #"{"name": "\#(name)", "person": "\#(name)", \#(role)}"#)
        try #require(made.status == 201, "\(made)")
        let issued = try await headquarters.send(
            "/v1/accounts/\(name)/tokens", #"{"label": "story", "expires_at": "2100-01-01T00:00:00Z"}"#)
        return DaemonVisitor(daemon: daemon, token: try #require(try issued.json["token"] as? String, "\(issued)"))
    }

    /// Sends a table as a file.
    func take(
        _ kind: String, _ text: String, _ period: String? = nil, as visitor: DaemonVisitor? = nil
    ) async throws -> DaemonAnswer {
        let file = folder.appending(path: "\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: file)
        let query = "kind=\(kind)" + (period.map { "&period=\($0)" } ?? "")
        return try await (visitor ?? headquarters).send(
            "/v1/imports?\(query)", file: file.path(percentEncoded: false), type: "text/csv")
    }

    /// Asks again until the publication is noticed, which takes up to a second.
    func published(_ path: String) async throws -> DaemonAnswer {
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            let answer = try await everybody.get(path)
            if answer.status == 200 || .now > deadline { return answer }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
