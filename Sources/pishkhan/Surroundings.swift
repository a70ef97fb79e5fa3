import Foundation
import RankingRules

/// What a command finds around it, read once: the environment, the working folder, the clock, the terminal.
struct Surroundings: Sendable {
    let environment: [String: String]
    let workingFolder: String
    /// The day in Tehran when the program started.
    let clockDay: Day?
    /// Progress is shown only where somebody can see it.
    let isErrorOutputATerminal: Bool

    static func ofThisProcess() -> Surroundings {
        Surroundings(
            environment: ProcessInfo.processInfo.environment,
            workingFolder: FileManager.default.currentDirectoryPath,
            clockDay: dayInTehran(of: Date()),
            isErrorOutputATerminal: isatty(FileHandle.standardError.fileDescriptor) == 1)
    }

    /// A setting that is empty counts as absent.
    func setting(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The day in Tehran; `PISHKHAN_TODAY=1400-07-05` stands in for the clock.
    func today() throws -> Day {
        guard let text = setting("PISHKHAN_TODAY") else {
            guard let clockDay else { throw CommandFailure.unreadableSetting("TZ=Asia/Tehran") }
            return clockDay
        }
        guard let date = JalaliDate(Digits.latin(text)) else {
            throw CommandFailure.unreadableSetting("PISHKHAN_TODAY=\(text)")
        }
        return date.dayNumber
    }

    private static func dayInTehran(of instant: Date) -> Day? {
        guard let zone = TimeZone(identifier: "Asia/Tehran") else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day], from: instant)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return Day(iso: String(format: "%04d-%02d-%02d", year, month, day))
    }
}
