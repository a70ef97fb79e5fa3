import Foundation

/// A program that gets its input as a file. It starts without a shell and without this program's environment.
struct InputProgram: Sendable {
    let program: String
    var arguments: [String] = []
    /// The time after which the program is killed.
    let limit: Duration

    /// Why a program did not end by itself.
    enum Fault: Error {
        case cannotBeStarted
        case noTemporaryFile
    }

    /// The exit status; the negative number of the signal if one ended the program.
    func status(input: Data, environment: [String: String] = [:]) async throws -> Int32 {
        let input = try Self.file(holding: input)
        defer { try? input.close() }
        let (endings, ended) = AsyncStream.makeStream(of: Int32.self)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment.merging(
            ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]) { $1 }
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
            throw Fault.cannotBeStarted
        }
        return try await ending(of: process.processIdentifier, endings)
    }

    private func ending(of process: pid_t, _ endings: AsyncStream<Int32>) async throws -> Int32 {
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

    /// A file, not a pipe, because writing to a program that does not read would end the daemon. The file has no name
    /// any more.
    private static func file(holding input: Data) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "pishkhan-message-\(UUID().uuidString)")
        let path = url.path(percentEncoded: false)
        let made = FileManager.default.createFile(
            atPath: path, contents: input, attributes: [.posixPermissions: 0o600])
        guard made, let file = FileHandle(forReadingAtPath: path) else { throw Fault.noTemporaryFile }
        try? FileManager.default.removeItem(at: url)
        return file
    }
}
