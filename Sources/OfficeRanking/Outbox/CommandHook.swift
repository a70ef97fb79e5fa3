import Foundation

/// A program that gets each message on its standard input. It starts without a shell and without the daemon's
/// environment. Exit status 0 means that it has taken the message.
public struct CommandHook: Hook {
    private let program: InputProgram

    /// - Parameter limit: the time after which the program is killed.
    public init(program: String, arguments: [String] = [], limit: Duration = .seconds(30)) {
        self.program = InputProgram(program: program, arguments: arguments, limit: limit)
    }

    public func deliver(_ message: OutboxMessage) async throws {
        let status: Int32
        do {
            status = try await program.status(
                input: Data(message.body.utf8),
                environment: [
                    "PISHKHAN_MESSAGE_ID": String(message.id), "PISHKHAN_MESSAGE_KIND": message.kind,
                ])
        } catch InputProgram.Fault.cannotBeStarted {
            throw HookError("the program cannot be started: \(program.program)")
        } catch InputProgram.Fault.noTemporaryFile {
            throw HookError("no temporary file can be made")
        }
        try Self.check(status)
    }

    private static func check(_ status: Int32) throws {
        guard status != 0 else { return }
        throw HookError(status < 0 ? "killed by signal \(-status)" : "ended with status \(status)")
    }
}
