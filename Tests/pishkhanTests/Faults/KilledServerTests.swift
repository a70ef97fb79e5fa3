import Foundation
import Postgres
import TestDatabase
import Testing

/// A server of its own, since it is killed; started and removed by `scripts/postgres`.
@Suite("A server that is killed comes back with the state before or the state after", .serialized)
struct KilledServerTests {
    @Test(
        "an import whose server dies is reported and has changed nothing",
        arguments: ["import_after_chunk", "import_after_storing", "import_before_commit"])
    func importing(point: String) async throws {
        try await OwnServer.with { server in
            try await server.desk { desk in
                try desk.write("offices.csv", manyOffices)
                let ended = try await server.killed(while: desk, at: point, ["import", "offices.csv"])
                #expect(ended == 69)
                #expect(try await desk.number("select count(*) from registry.office") == 0)
                #expect(try await desk.run("import", "offices.csv").status == 0)
                #expect(try await desk.number("select count(*) from registry.office") == 2_500)
            }
        }
    }

    @Test("a close or a run whose server dies changes nothing before its commit, and is complete after it")
    func closingAndRanking() async throws {
        try await OwnServer.with { server in
            try await server.desk { desk in
                try await desk.open()
                try desk.write("1400-H1/offices.csv", offices("G-1", "G-2", "G-3"))
                try desk.write("1400-H1/declarations.csv", "office_code,staff\nG-1,7\nG-2,4\n")
                try #require(try await desk.run("import", "1400-H1", "--period", "1400-H1").status == 0)
                let close = ["period", "close", "1400-H1"]
                #expect(try await server.killed(while: desk, at: "close_before_commit", close) == 69)
                #expect(try await desk.periodsIn("open") == 1)
                // Whether it could still say so or not: what was committed is there.
                _ = try await server.killed(while: desk, at: "close_after_commit", close)
                #expect(try await desk.periodsIn("closed") == 1)
                for point in ["run_after_chunk", "run_after_storing", "run_before_commit"] {
                    #expect(try await server.killed(while: desk, at: point, ["rank", "1400-H1"]) == 69)
                    #expect(try await desk.periodsIn("closed") == 1)
                }
                _ = try await server.killed(while: desk, at: "run_after_commit", ["rank", "1400-H1"])
                #expect(try await desk.periodsIn("ranked") == 1)
                #expect(try await desk.number("select count(*) from registry.assessment") == 3)
            }
        }
    }
}

private let manyOffices: String = {
    let lines = offices("G-0").split(separator: "\n").map(String.init)
    return ([lines[0]] + (1...2_500).map { lines[1].replacing("G-0", with: "G-\($0)") }).joined(separator: "\n") + "\n"
}()

/// A private cluster for one test.
private struct OwnServer {
    let folder: String
    let address: String

    static func with(_ body: (OwnServer) async throws -> Void) async throws {
        // Short, for the socket's sake, and where the cluster's system user may enter.
        let folder = "/tmp/pishkhan-killed-\(UUID().uuidString.prefix(8))"
        let address = try await script(["start", folder])
        do {
            try await body(OwnServer(folder: folder, address: address))
            _ = try await script(["remove", folder])
        } catch {
            _ = try? await script(["remove", folder])
            throw error
        }
    }

    func desk(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.with(on: address, body)
    }

    /// Kills the server at the point, starts it again, and returns how the program ended.
    func killed(while desk: Desk, at point: String, _ arguments: [String]) async throws -> Int32 {
        let program = try RunningProgram(desk, point: point, arguments)
        try await program.waitForPoint()
        try await killEveryProcess()
        let ended = try await program.goOn()
        _ = try await Self.script(["start", folder])
        return ended.status
    }

    /// The server and its backends: an orphaned backend could still commit before it notices.
    private func killEveryProcess() async throws {
        let file = try String(contentsOfFile: "\(folder)/cluster/postmaster.pid", encoding: .utf8)
        let server = try #require(file.split(separator: "\n").first.flatMap { Int32($0) })
        let children = try String(contentsOfFile: "/proc/\(server)/task/\(server)/children", encoding: .utf8)
        let processes = [server] + children.split(separator: " ").compactMap { Int32($0) }
        for process in processes { Foundation.kill(process, SIGKILL) }
        let deadline = ContinuousClock.now + .seconds(120)
        while processes.contains(where: isAlive) {
            try #require(ContinuousClock.now < deadline, "a killed process is still there")
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// A process that nobody has taken note of yet (state Z) is dead.
    private func isAlive(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let state = status.split(separator: ")").last?.split(separator: " ").first
        else { return false }
        return state != "Z"
    }

    private static func script(_ arguments: [String]) async throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = root.appending(path: "scripts/postgres")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = try await onOwnThread { try pipe.fileHandleForReading.readToEnd() ?? Data() }
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        try #require(process.terminationStatus == 0, "scripts/postgres \(arguments.joined(separator: " ")) failed")
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
