import Answers
import ArgumentParser
import Migrations
import RankingRules

struct Setup: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the roles and schemas; needs an administrator of the database.",
        discussion: "نقش‌ها و طرح‌واره‌های پایگاه داده را می‌سازد؛ تکرارش بی‌ضرر است.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in surroundings: Surroundings) async throws {
        try await database.withConnection(surroundings, role: nil) { connection, logger in
            try await Migrator(scripts: DatabaseScripts.shipped(), logger: logger).setUp(connection)
        }
        output.write(
            Answer(
                LocalizedText(
                    persian: "نقش‌ها و طرح‌واره‌ها آماده‌اند؛ گام بعد: pishkhan migrate",
                    english: "Roles and schemas are ready; next: pishkhan migrate"),
                facts: [AnswerFact("is_set_up", "آماده", "Ready", .flag(true))]),
            surroundings)
    }
}
