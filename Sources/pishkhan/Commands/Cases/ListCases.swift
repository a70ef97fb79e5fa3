import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListCases: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists violation cases, and decisions that came by files.",
        discussion: "پرونده‌های تخلف و رأی‌هایی که با پرونده رسیده‌اند.")

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Code of an office. کد دفتر.")
    var office: String?

    @Option(help: "Code of a kind of violation. نوع تخلف.")
    var kind: String?

    @Option(help: "Newest step of the case. آخرین گام.")
    var state: CaseStep.Kind?

    @OptionGroup var page: PageOptions<CaseCursor>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let filter = CaseFilter(province: province, office: office, kind: kind, state: state)
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.cases(filter, limit: page.limit, after: page.after)
        }
        output.write(CaseAnswer.make(found), environment)
    }
}

struct ShowCase: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows one violation case with its steps and sanctions.",
        discussion: "یک پروندهٔ تخلف را با گام‌ها و جزاهایش نشان می‌دهد.")

    @Argument(help: "Number of the case in this program. شمارهٔ پرونده در سامانه.")
    var number: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let file = try await database.withRanking(environment) { try await $0.caseFile(number) }
        output.write(CaseAnswer.make(file), environment)
    }
}

struct ListSanctions: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists sanctions with their days.",
        discussion: "جزاها را با روزهایشان نشان می‌دهد.")

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Code of an office. کد دفتر.")
    var office: String?

    @Option(help: "Kind of the sanction. نوع جزا.")
    var kind: Sanction.Kind?

    @Option(help: "Only those that hold on this Jalali day. روز.")
    var day: Day?

    @OptionGroup var page: PageOptions<NumberCursor>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let filter = SanctionFilter(province: province, office: office, kind: kind, day: day)
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.sanctions(filter, limit: page.limit, after: page.after)
        }
        output.write(SanctionAnswer.make(found), environment)
    }
}
