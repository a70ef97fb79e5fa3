import Foundation
import TestDatabase
import Testing

@Suite("Files of a daemon that was killed")
struct AbandonedUploadTests {
    @Test("a daemon removes the upload files of a killed one when it starts")
    func removed() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "uploads-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let uploads = { try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) }
        try await FaultDesk.with { desk in
            let reached = folder.appending(path: "reached")
            let killed = try await daemon(
                desk, folder,
                ["PISHKHAN_TEST_POINT": "import_before_storing", "PISHKHAN_TEST_POINT_FILE": reached.path()])
            async let answer = desk.send(.upload("offices", officesFile(3)), to: killed)
            let deadline = ContinuousClock.now + .seconds(120)
            while try !uploads().contains("reached") {
                try #require(ContinuousClock.now < deadline, "the import did not come to its point")
                try await Task.sleep(for: .milliseconds(10))
            }
            try await killed.kill()
            #expect(try await answer == nil)
            try FileManager.default.removeItem(at: reached)
            #expect(try uploads().count == 1)
            let next = try await daemon(desk, folder)
            _ = try await next.line { $0["message"] as? String == "abandoned uploads removed" }
            #expect(try uploads().isEmpty)
            #expect(try await next.stop() == 0)
        }
    }

    private func daemon(
        _ desk: FaultDesk, _ folder: URL, _ environment: [String: String] = [:]
    ) async throws -> DaemonProgram {
        let daemon = try DaemonProgram(
            ["--port", "0", "--clock", "false", "--database", desk.database.address(as: "pishkhan_app")],
            environment: environment.merging(["TMPDIR": folder.path(percentEncoded: false)]) { $1 })
        try await daemon.listening()
        return daemon
    }
}
