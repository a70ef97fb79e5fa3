import Foundation

/// A program that gets each message on its standard input. It starts without a shell and without the daemon's
/// environment. Exit status 0 means that it has taken the message.
public struct CommandHook: Hook {
    private let program: String
    private let arguments: [String]
    private let limit: Duration

    /// - Parameter limit: the time after which the program is killed.
    public init(program: String, arguments: [String] = [], limit: Duration = .seconds(30)) {
        (self.program, self.arguments, self.limit) = (program, arguments, limit)
    }

    public func deliver(_ message: OutboxMessage) async throws {
        let input = try Self.file(holding: message.body)
        defer { try? input.close() }
        let (endings, ended) = AsyncStream.makeStream(of: Int32.self)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "PISHKHAN_MESSAGE_ID": String(message.id), "PISHKHAN_MESSAGE_KIND": message.kind,
        ]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = {
            ended.yield($0.terminationReason == .exit ? $0.terminationStatus : -$0.terminationStatus)
            ended.finish()
        }
        do {
            try process.run()
        } catch {
            throw HookError("the program cannot be started: \(program)")
        }
        try Self.check(try await status(of: process.processIdentifier, endings))
    }

    private func status(of process: pid_t, _ endings: AsyncStream<Int32>) async throws -> Int32 {
        let guardian = Task { [limit] in
            try await Task.sleep(for: limit)
            kill(process, SIGKILL)
        }
        defer { guardian.cancel() }
        for await status in endings { return status }
        // Only a cancelled wait ends without a status.
        kill(process, SIGKILL)
        throw CancellationError()
    }

    private static func check(_ status: Int32) throws {
        guard status != 0 else { return }
        throw HookError(status < 0 ? "killed by signal \(-status)" : "ended with status \(status)")
    }

    /// A file, not a pipe, because writing to a program that does not read would end the daemon. The file has no name
    /// any more.
    private static func file(holding text: String) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "pishkhan-message-\(UUID().uuidString)")
        let path = url.path(percentEncoded: false)
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard made, let file = FileHandle(forReadingAtPath: path) else {
            throw HookError("no temporary file can be made")
        }
        try? FileManager.default.removeItem(at: url)
        return file
    }
}
