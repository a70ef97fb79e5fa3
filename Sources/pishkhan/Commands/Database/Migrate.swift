import ArgumentParser
import Migrations
import RankingRules
import Tables
import Wording

struct Migrate: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the database to this program's version.",
        discussion: "پایگاه داده را به نسخهٔ این برنامه می‌رساند.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Only check whether the database has this version (exit status 69 if not). فقط بررسی.")
    var check = false

    func run(in environment: CommandEnvironment) async throws {
        // The migrator's role inherits no rights, so before the first migration it could not check.
        let role = check ? "pishkhan_owner" : "pishkhan_migrator"
        let applied = try await database.withConnection(environment, role: role) { connection, logger in
            let migrator = Migrator(scripts: try DatabaseScripts.shipped(), logger: logger)
            guard check else { return try await migrator.migrate(connection).applied }
            guard try await migrator.isCurrent(connection) else { throw CommandFailure.notMigrated }
            return []
        }
        output.write(answer(applied), environment)
    }

    private func answer(_ applied: [String]) -> Answer {
        let title = LocalizedText(
            persian: "پایگاه داده به‌روز است.", english: "The database is at this program's version.")
        let columns = [AnswerColumn(.name)]
        let table = AnswerTable(
            .applied, columns, rows: applied.map { [.text($0)] },
            for: .peopleWithRows)
        return Answer(title, tables: [table])
    }
}
