import ArgumentParser
import OfficeRanking
import RankingRules

struct SchemeGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme",
        abstract: "Checks, adopts, lists and explains schemes.",
        discussion: "شیوه‌نامه‌ها: بررسی، پذیرش، فهرست و راهنمای خوانا.",
        subcommands: [
            CheckScheme.self, AdoptScheme.self, ListSchemes.self, ShowScheme.self, GuideOfScheme.self,
        ])
}

extension RankingDatabase {
    /// The scheme of that name in the list of adopted ones, the newest version unless one is named.
    func schemeEntry(_ name: SchemeName) async throws -> SchemeEntry {
        let found = try await schemes().filter { $0.code == name.code }
            .filter { name.version == nil || $0.version == name.version }
            .max { $0.version < $1.version }
        guard let found else {
            throw RankingError.unknownScheme(name.version.map { "\(name.code)@\($0)" } ?? name.code)
        }
        return found
    }
}
