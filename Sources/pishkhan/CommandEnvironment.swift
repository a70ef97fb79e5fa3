import Foundation
import OfficeRanking
import RankingRules
import Wording

/// The surroundings of a command, read once: environment variables, working folder, clock, terminal.
struct CommandEnvironment: Sendable {
    let environment: [String: String]
    let workingFolder: String
    /// The day in Tehran when the program started.
    let clockDay: Day?
    /// True if the error output is a terminal; only then is progress shown.
    let isErrorOutputATerminal: Bool

    static func ofThisProcess() -> CommandEnvironment {
        CommandEnvironment(
            environment: ProcessInfo.processInfo.environment,
            workingFolder: FileManager.default.currentDirectoryPath,
            clockDay: TehranTime.day(of: Date()),
            isErrorOutputATerminal: isatty(FileHandle.standardError.fileDescriptor) == 1)
    }

    /// The value of a setting; an empty one counts as absent.
    func setting(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The day in Tehran; `PISHKHAN_TODAY=1400-07-05` replaces the clock.
    func today() throws -> Day {
        guard let text = setting("PISHKHAN_TODAY") else {
            guard let clockDay else { throw CommandFailure.unreadableSetting("TZ=Asia/Tehran") }
            return clockDay
        }
        guard let date = JalaliDate(text) else {
            throw CommandFailure.unreadableSetting("PISHKHAN_TODAY=\(text)")
        }
        return date.dayNumber
    }
}
