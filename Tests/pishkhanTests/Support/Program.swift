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

    func run(_ arguments: [String], input: String? = nil) async throws -> Run {
        try await run(Self.binary(), arguments, input: input)
    }

    /// On a terminal of its own, where output and errors are one stream.
    func runOnTerminal(_ arguments: [String]) async throws -> Run {
        let quoted = try ([Self.binary().path(percentEncoded: false)] + arguments).map { "'\($0)'" }.joined(
            separator: " ")
        return try await run(URL(filePath: "/usr/bin/script"), ["-qec", quoted, "/dev/null"])
    }

    /// A script of the project, run with the same environment and this program.
    func runScript(_ name: String, _ arguments: [String]) async throws -> Run {
        var program = self
        program.environment["PISHKHAN_PROGRAM"] = try Self.binary().path(percentEncoded: false)
        return try await program.run(Self.project.appending(path: "scripts/\(name)"), arguments)
    }

    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func run(_ executable: URL, _ arguments: [String], input: String? = nil) async throws -> Run {
        let child = Process()
        child.executableURL = executable
        child.arguments = arguments
        child.environment = environment
        child.currentDirectoryURL = workingFolder
        // Files, not pipes: nobody has to read both at once.
        let files = [try OutputFile(), try OutputFile()]
        child.standardOutput = files[0].file
        child.standardError = files[1].file
        child.standardInput = try input.map { try Self.file(with: $0) } ?? FileHandle.nullDevice
        await withCheckedContinuation { continuation in
            child.terminationHandler = { _ in continuation.resume() }
            do {
                try child.run()
            } catch {
                continuation.resume()
            }
        }
        return Run(status: child.terminationStatus, output: try files[0].text(), errors: try files[1].text())
    }

    /// A file that has no name any more when it is read.
    private static func file(with text: String) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "pishkhan-input-\(UUID().uuidString)")
        try Data(text.utf8).write(to: url)
        let file = try FileHandle(forReadingFrom: url)
        try FileManager.default.removeItem(at: url)
        return file
    }

    private struct OutputFile {
        let url = FileManager.default.temporaryDirectory.appending(path: "pishkhan-output-\(UUID().uuidString)")
        let file: FileHandle

        init() throws {
            #expect(FileManager.default.createFile(atPath: url.path(percentEncoded: false), contents: nil))
            file = try FileHandle(forWritingTo: url)
        }

        func text() throws -> String {
            let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            try FileManager.default.removeItem(at: url)
            return text
        }
    }

    /// It lies beside the test bundle.
    static func binary() throws -> URL {
        let places = [Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
        let found = places.map { $0.appending(path: "pishkhan") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
        return try #require(found, "the program is not built")
    }
}
