import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables
import Wording

struct SetOffice: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Corrects fields of one office. Earlier periods keep their own facts.",
        discussion: """
            فیلدهای یک دفتر را اصلاح می‌کند؛ دوره‌های پیشین همان می‌مانند که بودند.
            Fields: \(RankingDatabase.settableOfficeFields.joined(separator: ", ")).
            """)

    @Argument(help: "Code of the office. کد دفتر.")
    var code: String

    @Argument(help: "FIELD=VALUE, with the value as in an offices file. فیلد و مقدار.")
    var assignments: [String]

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @Option(help: "First Jalali day on which it holds; default today. تاریخ اثر.")
    var effective: Day?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        _ = try Assignments(assignments)
    }

    func run(in environment: CommandEnvironment) async throws {
        let (today, values) = (try environment.today(), try Assignments(assignments).values)
        let (hasChanged, record) = try await database.withRanking(environment) { ranking in
            let hasChanged = try await ranking.setOffice(
                code, values, effectiveOn: effective ?? today, reason: reason, today: today)
            return (hasChanged, try await ranking.office(code))
        }
        var answer = OfficeAnswer.make(code, record)
        answer.facts.append(AnswerFact(.hasChanged, .flag(hasChanged)))
        output.write(answer, environment)
    }
}
