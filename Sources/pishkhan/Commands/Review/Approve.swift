import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Approve: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approves the facts of a province, as a member of the working group or of the headquarters.",
        discussion: """
            داده‌های یک استان را یکجا تأیید می‌کند: یک نفر از منطقه و یک نفر از ستاد، بر همان داده‌ها. با --list وضعیت و اثر \
            انگشت داده‌ها را نشان می‌دهد.
            """)

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Digest of the facts that you have seen, as --list shows it for the province. اثر انگشت داده‌ها.")
    var digest: String?

    @Flag(help: "Shows the approvals, and of a named province the digest of its present facts. نمایش.")
    var list = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard list == (digest == nil), list || province != nil else {
            throw ValidationError("Give --list, or a province and --digest.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let approvals = try await database.withRanking(environment) { ranking in
            if let province, let digest { try await ranking.approve(province: province, in: period, digest: digest) }
            return try await ranking.approvals(of: period, province: province)
        }
        output.write(ApprovalAnswer.make(approvals, in: period), environment)
    }
}
