import Foundation
import Testing

/// The built daemon as a process of its own, asked by curl.
final class DaemonProgram: @unchecked Sendable {
    // Started, asked and stopped by one test, one after the other.
    private let child = Process()
    private let log: URL
    /// What curl is told to reach it: a port, or a Unix socket.
    private var place: [String] = []
    private let scheme: String
    private(set) var port = 0

    init(_ arguments: [String], environment: [String: String] = [:], scheme: String = "http") throws {
        self.scheme = scheme
        log = FileManager.default.temporaryDirectory.appending(path: "daemon-\(UUID().uuidString).log")
        try #require(FileManager.default.createFile(atPath: log.path(percentEncoded: false), contents: nil))
        child.executableURL = try Self.binary()
        child.arguments = arguments
        child.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }
        child.standardOutput = FileHandle.nullDevice
        child.standardError = try FileHandle(forWritingTo: log)
        child.standardInput = FileHandle.nullDevice
        try child.run()
    }

    /// A test that fails leaves no daemon, and no log.
    deinit {
        if child.isRunning { Foundation.kill(child.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: log)
    }

    /// Waits until it says where it listens.
    func listening() async throws {
        let line = try await line { $0["message"] as? String == "listening" }
        let address = try #require(line["address"] as? String)
        if let port = address.split(separator: ":").last.flatMap({ Int($0) }) {
            self.port = port
            place = ["\(scheme)://127.0.0.1:\(port)"]
        } else {
            let path = try #require(address.split(separator: "]").last).trimmingPrefix(" ")
            place = ["--unix-socket", String(path), "http://daemon"]
        }
    }

    /// The first line of the log that is the awaited one.
    func line(_ isAwaited: ([String: Any]) -> Bool) async throws -> [String: Any] {
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            if let line = try lines().first(where: isAwaited) { return line }
            let said = try said()
            try #require(child.isRunning && .now < deadline, "the line did not come: \(said)")
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    func lines() throws -> [[String: Any]] {
        try said().split(separator: "\n").compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    func said() throws -> String {
        String(decoding: try Data(contentsOf: log), as: UTF8.self)
    }

    /// Status and body of a path.
    func get(_ path: String, _ options: [String] = []) async throws -> (status: Int, body: String) {
        try #require(try await ask(path, options), "curl had no answer")
    }

    /// Status and body of a path; nil when the connection broke or nobody listened.
    func ask(_ path: String, _ options: [String] = []) async throws -> (status: Int, body: String)? {
        let (status, output) = try await curl(path, ["--write-out", "\n%{http_code}"] + options)
        guard status == 0 else { return nil }
        let parts = output.split(separator: "\n", omittingEmptySubsequences: false)
        return (try #require(parts.last.flatMap { Int($0) }), parts.dropLast().joined(separator: "\n"))
    }

    /// How curl ends, and what it says.
    func curl(_ path: String, _ options: [String]) async throws -> (status: Int32, output: String) {
        let url = try #require(place.last) + path
        return try await Self.run(
            URL(filePath: "/usr/bin/curl"), ["--silent", "--max-time", "120"] + options + place.dropLast() + [url])
    }

    /// Its number at the operating system.
    var process: Int32 { child.processIdentifier }

    func signal(_ number: Int32) {
        _ = Foundation.kill(child.processIdentifier, number)
    }

    /// Asks it to stop and returns how it ended.
    func stop() async throws -> Int32 {
        child.terminate()
        return try await end()
    }

    func kill() async throws {
        Foundation.kill(child.processIdentifier, SIGKILL)
        _ = try await end()
    }

    func end() async throws -> Int32 {
        let deadline = ContinuousClock.now + .seconds(120)
        while child.isRunning && .now < deadline { try await Task.sleep(for: .milliseconds(10)) }
        if child.isRunning { Foundation.kill(child.processIdentifier, SIGKILL) }
        // A process that still runs has no status.
        while child.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        return child.terminationStatus
    }

    /// Runs a program to its end.
    static func run(
        _ executable: URL, _ arguments: [String], environment: [String: String]? = nil
    ) async throws -> (status: Int32, output: String) {
        let child = Process()
        let file = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
        try #require(FileManager.default.createFile(atPath: file.path(percentEncoded: false), contents: nil))
        defer { try? FileManager.default.removeItem(at: file) }
        child.executableURL = executable
        child.arguments = arguments
        if let environment { child.environment = environment }
        child.standardOutput = try FileHandle(forWritingTo: file)
        child.standardError = child.standardOutput
        child.standardInput = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            child.terminationHandler = { _ in continuation.resume() }
            do {
                try child.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        return (child.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    /// It lies beside the test bundle.
    static func binary(_ name: String = "pishkhand") throws -> URL {
        let places = [Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
        let found = places.map { $0.appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
        return try #require(found, "\(name) is not built")
    }
}
