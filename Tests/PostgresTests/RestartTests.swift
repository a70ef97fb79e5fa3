import Foundation
import Testing

@testable import Postgres

@Suite("A restarted server is found again")
struct RestartTests {
    /// Runs scripts/postgres on a cluster of this test alone and returns what it prints.
    private func cluster(_ verb: String, _ folder: String) async throws -> String {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../scripts/postgres")
        let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let command = "exec '\(script.standardizedFileURL.path)' \(verb) '\(folder)' > '\(output.path)' < /dev/null"
        // Foundation's Process would block a thread of the other tests while the script runs.
        let status = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: system(command)) }
        }
        #expect(status == 0)
        let text = try String(contentsOf: output, encoding: .utf8)
        try FileManager.default.removeItem(at: output)
        return text.trimmingCharacters(in: .newlines)
    }

    @Test("under load, callers get errors while the server is away and answers when it is back")
    func restart() async throws {
        let folder = "/tmp/pishkhan-restart-\(UUID().uuidString.prefix(8))"
        do {
            try await restartUnderLoad(folder)
        } catch {
            _ = try? await cluster("remove", folder)
            throw error
        }
        _ = try await cluster("remove", folder)
    }

    private func restartUnderLoad(_ folder: String) async throws {
        var configuration = PostgresConfiguration(connectionString: try await cluster("start", folder))
        configuration.maximumConnections = 4
        configuration.maximumWaiters = 100
        let client = PostgresClient(configuration: configuration, logger: TestServer.logger())
        let answers = Journal<Bool>()
        let load = Task { await ask(client, noting: answers) }
        try await expectEventually { answers.entries.count > 100 }
        _ = try await cluster("stop", folder)
        try await expectEventually { answers.entries.suffix(8) == Array(repeating: false, count: 8)[...] }
        _ = try await cluster("start", folder)
        let before = answers.entries.count
        try await expectEventually { answers.entries.dropFirst(before).count { $0 } > 100 }
        load.cancel()
        await load.value
        await client.close()
        #expect(client.pool.leasedCount == 0)
    }

    /// Eight callers ask without end and note whether they got an answer.
    private func ask(_ client: PostgresClient, noting answers: Journal<Bool>) async {
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    while !Task.isCancelled {
                        let answer = try? await client.query("select pg_sleep(0.001)")
                        answers.add(answer != nil)
                        if answer == nil { try? await Task.sleep(for: .milliseconds(5)) }
                    }
                }
            }
        }
    }
}
