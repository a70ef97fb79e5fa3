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
        let names = assignments.compactMap { $0.split(separator: "=").first }
        guard assignments.allSatisfy({ $0.contains("=") && !$0.hasPrefix("=") }) else {
            throw ValidationError("Write each field as FIELD=VALUE.")
        }
        guard Set(names).count == names.count else { throw ValidationError("A field is given twice.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let today = try environment.today()
        let (hasChanged, record) = try await database.withRanking(environment) { ranking in
            let hasChanged = try await ranking.setOffice(
                code, values, effectiveOn: effective ?? today, reason: reason, today: today)
            return (hasChanged, try await ranking.office(code))
        }
        var answer = OfficeAnswer.make(code, record)
        answer.facts.append(AnswerFact(.hasChanged, .flag(hasChanged)))
        output.write(answer, environment)
    }

    private var values: [String: String] {
        Dictionary(
            uniqueKeysWithValues: assignments.compactMap { assignment in
                guard let sign = assignment.firstIndex(of: "=") else { return nil }
                return (String(assignment[..<sign]), String(assignment[assignment.index(after: sign)...]))
            })
    }
}
