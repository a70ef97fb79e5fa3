import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Import: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Imports files as one act: offices, declarations, association and satisfaction scores, violations.",
        discussion: """
            پرونده‌ها یا پوشهٔ یک دوره را یک‌جا می‌گیرد؛ اگر خطایی باشد هیچ چیز عوض نمی‌شود.
            A folder holds the files of a period, named by their kinds (offices.csv, declarations.csv, …). With any error
            nothing changes, unless --accept-valid is given.
            """)

    @Argument(help: "Files, or folders of files. پرونده یا پوشه.")
    var paths: [String]

    @Option(help: "Kind of the file, if its name does not begin with it. نوع پرونده.")
    var kind: ImportKind?

    @Option(help: "Code of the source of files of scores; default every source. منبع.")
    var source: String?

    @Option(help: "Half-year of the facts, such as 1400-H1. دوره.")
    var period: HalfYear?

    @Option(help: "First Jalali day of the changes; default the period's census date, or today. تاریخ اثر.")
    var effective: Day?

    @Flag(help: "Report every finding, change nothing. فقط بررسی.")
    var check = false

    @Flag(help: "Store the sound rows even if others have errors. پذیرش ردیف‌های درست.")
    var acceptValid = false

    @Flag(help: "Treat the files as a complete list of offices, and report the missing ones. فهرست کامل دفترها.")
    var complete = false

    @Option(help: "File for all findings (CSV for Excel). گزارش کامل یافته‌ها.")
    var report: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let selection = try ImportSelection(paths: paths, kind: kind)
        if period == nil && selection.needsPeriod {
            throw CommandFailure.usage(
                "این پرونده‌ها دادهٔ یک دوره‌اند؛ دوره را با --period بدهید.",
                "These files hold facts of a period. Name the period with --period.")
        }
        if complete && !selection.hasOffices {
            throw CommandFailure.usage(
                "--complete فقط برای فهرست دفترهاست و هیچ‌یک از این پرونده‌ها فهرست دفترها نیست.",
                "--complete is for lists of offices. None of these files is one.")
        }
        let findings = FindingReport()
        let printer = FindingPrinter(findings, path: report, output, environment)
        try printer.prepare()
        printer.remark(selection)
        let outcome = try await database.withRanking(environment) { ranking in
            try await take(selection, try options(environment), ranking, findings, environment)
        }
        try printer.write()
        output.write(ImportAnswer.make(outcome), environment)
        if findings.hasErrors && outcome.effect != .stored { throw printer.refusal() }
    }

    private func take(
        _ selection: ImportSelection, _ options: ImportOptions, _ ranking: RankingDatabase, _ findings: FindingReport,
        _ environment: CommandEnvironment
    ) async throws -> ImportOutcome {
        let line = ProgressLine(environment)
        let language = output.language(environment)
        defer { line.clear() }
        return try await ranking.importFiles(selection.files, options, report: findings) { progress in
            line.show(isLast: progress.bytesRead == progress.totalBytes, ImportProgressText.text(progress, language))
        }
    }

    private func options(_ environment: CommandEnvironment) throws -> ImportOptions {
        ImportOptions(
            period: period, source: source, today: try environment.today(), effectiveOn: effective,
            acceptsValid: acceptValid, isCheckOnly: check, isComplete: complete)
    }
}
