import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct OpenCase: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens a violation case by a report about an office.",
        discussion: "با گزارش، پروندهٔ تخلف یک دفتر را باز می‌کند.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Option(help: "The committee's number of the case. شمارهٔ پرونده نزد کمیته.")
    var number: String

    @Option(help: "Code of the kind of violation. نوع تخلف.")
    var kind: String

    @Option(help: "What the report says. متن گزارش.")
    var text: String

    @Option(help: "Jalali day of the report; default today. روز گزارش.")
    var day: Day?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let day = try day ?? environment.today()
        let file = try await database.withRanking(environment) { ranking in
            try await ranking.caseFile(
                try await ranking.openCase(office: office, number: number, kind: kind, on: day, text: text))
        }
        output.write(CaseAnswer.make(file), environment)
    }
}

struct TakeCaseStep: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "step",
        abstract: "Takes the next lawful step of a case; replies and objections are the office's own.",
        discussion: "گام بعدی پرونده را ثبت می‌کند؛ پاسخ و اعتراض از خود دفتر است.")

    @Argument(help: "Number of the case in this program. شمارهٔ پرونده در سامانه.")
    var number: Int

    @Argument(help: "Step. گام.")
    var step: CaseStep.Kind

    @Option(help: "What the step says. متن.")
    var text: String

    @Option(help: "Jalali day of the step; default today. روز.")
    var day: Day?

    @Option(help: "Last Jalali day for the office's answer to a notice or a decision. مهلت پاسخ.")
    var answerUntil: Day?

    @Flag(help: "From the day of this step no earlier sanction of the case holds. پایان جزاهای پیشین.")
    var endsSanctions = false

    @OptionGroup var sanction: SanctionOptions

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let taken = NewCaseStep(
            step, on: try day ?? environment.today(), text: text, answerUntil: answerUntil,
            endsSanctions: endsSanctions, sanction: sanction.terms)
        let file = try await database.withRanking(environment) { ranking in
            try await ranking.takeCaseStep(taken, in: number)
            return try await ranking.caseFile(number)
        }
        output.write(CaseAnswer.make(file), environment)
    }
}

struct RecordDecision: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records a final decision that came on paper, with its sanction.",
        discussion: "رأی قطعی رسیده را، با جزای آن، ثبت می‌کند.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Option(help: "Number of the decision. شمارهٔ رأی.")
    var number: String

    @Option(help: "Code of the kind of violation. نوع تخلف.")
    var kind: String

    @Option(help: "Jalali day of the decision. روز رأی.")
    var day: Day

    @Option(help: "What the decision says. متن رأی.")
    var text: String

    @OptionGroup var sanction: SanctionOptions

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let file = try await database.withRanking(environment) { ranking in
            try await ranking.caseFile(
                try await ranking.recordDecision(
                    office: office, number: number, kind: kind, on: day, text: text, sanction: sanction.terms))
        }
        output.write(CaseAnswer.make(file), environment)
    }
}

/// The sanction that comes with a step.
struct SanctionOptions: ParsableArguments {
    @Option(help: "Sanction that the decision imposes. جزا.")
    var sanction: Sanction.Kind?

    @Option(help: "Its first Jalali day; default the day of the step. از روز.")
    var holdsFrom: Day?

    @Option(help: "Its last Jalali day; a revocation has none. تا پایان روز.")
    var holdsUntil: Day?

    var terms: SanctionTerms? { sanction.map { SanctionTerms($0, from: holdsFrom, until: holdsUntil) } }

    func validate() throws {
        guard sanction != nil || (holdsFrom == nil && holdsUntil == nil) else {
            throw ValidationError("--holds-from and --holds-until need --sanction.")
        }
    }
}
