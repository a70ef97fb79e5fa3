import ArgumentParser
import RankingRules
import SyntheticSample
import Tables
import Wording

struct Sample: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the SYNTHETIC sample province into a folder: Gilan, first half of 1400.",
        discussion: """
            پرونده‌های استان نمونهٔ ساختگی (گیلان، نیمهٔ نخست ۱۴۰۰) را در یک پوشه می‌نویسد.
            --services writes a SYNTHETIC register of 170 agencies and 1,662 services into a second folder.
            """)

    @Argument(help: "Folder for the files; made if it does not exist. پوشه.")
    var folder: String

    @Option(help: "Second folder, for agencies and services. پوشهٔ دستگاه‌ها و خدمات.")
    var services: String?

    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        var files: [String]
        do {
            files = try GilanSample.write(to: folder)
        } catch {
            throw CommandFailure.unwritableFile(folder)
        }
        if let services {
            do {
                files += try ServiceSample.write(to: services).map { "\(services)/\($0)" }
            } catch {
                throw CommandFailure.unwritableFile(services)
            }
        }
        let title = LocalizedText(
            persian: "پرونده‌های ساختگی (SYNTHETIC) نوشته شد؛ هیچ‌یک دادهٔ واقعی نیست.",
            english: "The SYNTHETIC files are written; none of it is real.")
        let table = AnswerTable(
            "files", title, [AnswerColumn(.file)],
            rows: files.map { [.text($0)] })
        output.write(Answer(title, isSample: true, tables: [table]), environment)
    }
}
