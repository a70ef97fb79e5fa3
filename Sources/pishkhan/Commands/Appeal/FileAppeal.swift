import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct FileAppeal: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "Files an appeal of an office against one criterion or decision, in the days of the preview.",
        discussion: "اعتراض دفتر به یک شاخص، با مقداری که درست می‌داند، یا به یک رأی تخلف؛ هر کدام یک بار.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Code of the criterion. کد شاخص.")
    var criterion: String?

    @Option(help: "Claimed value, as in a file. مقداری که دفتر درست می‌داند.")
    var value: String?

    @Option(help: "Number of a decision about a violation. شمارهٔ رأی.")
    var decision: String?

    @Option(help: "Grounds of the appeal. دلیل اعتراض.")
    var grounds: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (criterion == nil) == (value == nil), (criterion == nil) != (decision == nil) else {
            throw ValidationError("Give either --criterion with --value, or --decision.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let item: AppealedItem =
            if let criterion, let value { .criterion(criterion, value: value) } else { .decision(decision ?? "") }
        let filed = try await database.withRanking(environment) { ranking in
            try await ranking.appeal(
                try await ranking.fileAppeal(of: office, in: period, against: item, grounds: grounds))
        }
        output.write(AppealAnswer.one(filed), environment)
    }
}
