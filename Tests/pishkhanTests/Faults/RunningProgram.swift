import Foundation
import Testing

/// The program while it runs, up to a named point at which it waits for its fate.
final class RunningProgram: @unchecked Sendable {
    // Started, waited for and killed by one test, one after the other.
    private let process = Process()
    private let reached: URL
    private let errors: URL

    init(_ desk: Desk, point: String, _ arguments: [String]) throws {
        reached = desk.folder.appending(path: "reached-\(UUID().uuidString)")
        errors = desk.folder.appending(path: "errors-\(UUID().uuidString)")
        try #require(FileManager.default.createFile(atPath: errors.path(percentEncoded: false), contents: nil))
        process.executableURL = try Program.binary()
        process.arguments = arguments
        process.environment = desk.program.environment.merging(
            ["PISHKHAN_TEST_POINT": point, "PISHKHAN_TEST_POINT_FILE": reached.path(percentEncoded: false)]) { $1 }
        process.currentDirectoryURL = desk.folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    func waitForPoint() async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while !FileManager.default.fileExists(atPath: reached.path(percentEncoded: false)) {
            if !process.isRunning {
                let errors = try said()
                try #require(process.isRunning, "it ended before the point: \(errors)")
            }
            try #require(ContinuousClock.now < deadline, "the point was not reached")
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    func kill() async throws {
        Foundation.kill(process.processIdentifier, SIGKILL)
        _ = try await end()
    }

    /// Lets it go on from the point, and returns how it ended.
    func goOn() async throws -> (status: Int32, errors: String) {
        try FileManager.default.removeItem(at: reached)
        return try await end()
    }

    private func end() async throws -> (status: Int32, errors: String) {
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        return (process.terminationStatus, try said())
    }

    private func said() throws -> String {
        String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    }
}
