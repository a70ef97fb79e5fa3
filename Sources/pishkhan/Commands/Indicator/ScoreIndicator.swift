import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ScoreIndicator: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Computes numerator, target and points of an agency by every reading of the text.",
        discussion: """
            امتیاز دستگاه در نماگر «استفاده از دفاتر پیشخوان» با صورت، هدف و همهٔ برداشت‌ها.
            With --lineage every service says whether it counts and why. JSON and CSV feed the performance system: every
            CSV row ends with the digest, the SHA-256 of the bytes of --format canonical. --format sheet is for people.
            """)

    @Argument(help: "Code of the agency. کد دستگاه.")
    var agency: String

    @Argument(help: "Evaluated year, such as 1400. سال ارزیابی.")
    var year: Int

    @Option(help: "File of rules instead of the adopted ones. پروندهٔ قواعد.")
    var rules: String?

    @Option(help: "Cut-off day (Jalali); default the year's last day. روز برش.")
    var cutOff: Day?

    @Option(help: "Leave out facts of later revisions. شمارهٔ آخرین دریافت.")
    var revision: Int?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: SheetOptions

    func run(in environment: CommandEnvironment) async throws {
        let file = try rules.map { try IndicatorFile($0, output.isJSON, output.language(environment)) }
        if let file, file.rules.year != year { throw CommandFailure.rulesOfAnotherYear(file.rules.year) }
        let indicator = try await database.withRanking(environment) { ranking in
            guard let file else {
                return try await ranking.indicator(of: agency, year: year, cutOff: cutOff, revision: revision)
            }
            return try await ranking.indicator(of: agency, file.rules, cutOff: cutOff, revision: revision)
        }
        let sheet = indicator.sheet
        let answer = try IndicatorAnswer.make(indicator, withLineage: output.lineage)
        output.write(answer, sheet, bytes: try sheet.bytes, digest: try sheet.digest, environment)
    }
}

extension CommandFailure {
    fileprivate static func rulesOfAnotherYear(_ year: Int) -> CommandFailure {
        CommandFailure(
            "rules_of_another_year", .refused, "این قواعد برای سال \(Digits.persian(String(year))) است.",
            "These rules are for the year \(year).")
    }
}
