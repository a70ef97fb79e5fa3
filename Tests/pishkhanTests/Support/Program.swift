import Foundation
import Testing

/// The built program, run as a process of its own.
struct Program: Sendable {
    var environment: [String: String]
    var workingFolder: URL

    /// How a run ended.
    struct Run: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    func run(_ arguments: [String]) async throws -> Run {
        try await run(Self.binary(), arguments)
    }

    /// On a terminal of its own, where output and errors are one stream.
    func runOnTerminal(_ arguments: [String]) async throws -> Run {
        let quoted = try ([Self.binary().path()] + arguments).map { "'\($0)'" }.joined(separator: " ")
        return try await run(URL(filePath: "/usr/bin/script"), ["-qec", quoted, "/dev/null"])
    }

    private func run(_ executable: URL, _ arguments: [String]) async throws -> Run {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = workingFolder
        // Files, not pipes: nobody has to read both at once.
        let files = [try OutputFile(), try OutputFile()]
        process.standardOutput = files[0].handle
        process.standardError = files[1].handle
        process.standardInput = FileHandle.nullDevice
        await withCheckedContinuation { continuation in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                continuation.resume()
            }
        }
        return Run(status: process.terminationStatus, output: try files[0].text(), errors: try files[1].text())
    }

    private struct OutputFile {
        let url = FileManager.default.temporaryDirectory.appending(path: "pishkhan-output-\(UUID().uuidString)")
        let handle: FileHandle

        init() throws {
            #expect(FileManager.default.createFile(atPath: url.path(), contents: nil))
            handle = try FileHandle(forWritingTo: url)
        }

        func text() throws -> String {
            let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            try FileManager.default.removeItem(at: url)
            return text
        }
    }

    /// It lies beside the test bundle.
    private static func binary() throws -> URL {
        let places = [Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
        let found = places.map { $0.appending(path: "pishkhan") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path()) }
        return try #require(found, "the program is not built")
    }
}
