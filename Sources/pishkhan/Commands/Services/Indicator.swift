import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct Indicator: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores an agency's use of the counter offices: numerator, target, points, in every reading.",
        discussion: """
            امتیاز دستگاه در نماگر «استفاده از دفاتر پیشخوان» با صورت، هدف و همهٔ برداشت‌ها.
            With --lineage every service says whether it counts and why. JSON and CSV feed the performance system.
            """)

    @Argument(help: "Code of the agency. کد دستگاه.")
    var agency: String

    @Argument(help: "Evaluated year; 1400 is known. سال ارزیابی.")
    var year: Int

    @Flag(help: "Every service with its stages, memorandum, confirmation and offices. تبار هر عدد.")
    var lineage = false

    @Option(help: "Jalali day on which things are looked at; the year's last day unless given. روز برش.")
    var cutOff: Day?

    @Option(help: "Leave out what later imports brought. شمارهٔ آخرین دریافت.")
    var revision: Int?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard year == rules.year else { throw ValidationError("The rules of \(rules.year) are known, no others.") }
    }

    private var rules: IndicatorRules { .counterOffices1400 }

    func run(in surroundings: Surroundings) async throws {
        let indicator = try await database.withRanking(surroundings) { ranking in
            try await ranking.indicator(of: agency, rules, cutOff: cutOff, revision: revision)
        }
        output.write(IndicatorAnswer.make(indicator, withLineage: lineage), surroundings)
    }
}
