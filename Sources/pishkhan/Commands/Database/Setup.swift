import Answers
import ArgumentParser
import Migrations
import OfficeRanking
import RankingRules
import Tables
import Wording

struct Setup: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the roles and schemas; needs an administrator of the database.",
        discussion: """
            نقش‌ها و طرح‌واره‌های پایگاه داده را می‌سازد؛ تکرارش بی‌ضرر است.
            Once the database is migrated, it issues the first token of the headquarters and shows it, only once.
            """)

    @OptionGroup var life: TokenLife
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        try await database.withConnection(environment, role: nil) { connection, logger in
            try await Migrator(scripts: DatabaseScripts.shipped(), logger: logger).setUp(connection)
        }
        output.write(try await answer(environment), environment)
    }

    private func answer(_ environment: CommandEnvironment) async throws -> Answer {
        let isSetUp = AnswerFact(.isSetUp, .flag(true))
        let issued: IssuedToken?
        do {
            issued = try await firstToken(environment)
        } catch let failure as CommandFailure where failure.code == CommandFailure.notMigrated.code {
            let next = LocalizedText(
                persian: "نقش‌ها و طرح‌واره‌ها آماده‌اند؛ گام بعد: pishkhan migrate",
                english: "Roles and schemas are ready; next: pishkhan migrate")
            return Answer(next, facts: [isSetUp])
        }
        guard let issued else {
            let known = LocalizedText(
                persian: "همه چیز آماده است؛ توکن نخست ستاد پیش‌تر داده شده است.",
                english: "Everything is ready; the first token of the headquarters was issued before.")
            return Answer(known, facts: [isSetUp])
        }
        var answer = TokenAnswer.make(issued)
        answer.title = LocalizedText(persian: "توکن نخست ستاد", english: "The first token of the headquarters")
        answer.facts.insert(isSetUp, at: 0)
        return answer
    }

    private func firstToken(_ environment: CommandEnvironment) async throws -> IssuedToken? {
        try await database.withRanking(environment) { ranking in
            try await ranking.acting(as: "operator").issueFirstToken(label: "setup", expiresAt: life.end)
        }
    }
}
