import ArgumentParser
import OfficeRanking
import RankingRules

struct Sample: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the SYNTHETIC sample province into a folder: Gilan, first half of 1400.",
        discussion: "پرونده‌های استان نمونهٔ ساختگی (گیلان، نیمهٔ نخست ۱۴۰۰) را در یک پوشه می‌نویسد.")

    @Argument(help: "Folder for the files; made where it is missing. پوشه.")
    var folder: String

    @OptionGroup var output: OutputOptions

    func run(in surroundings: Surroundings) async throws {
        let files: [String]
        do {
            files = try GilanSample.write(to: folder)
        } catch {
            throw CommandFailure.unwritableFile(folder)
        }
        let title = LocalizedText(
            persian: "پرونده‌های ساختگی (SYNTHETIC) نوشته شد؛ هیچ‌یک دادهٔ واقعی نیست.",
            english: "The SYNTHETIC files are written; none of it is real.")
        let table = AnswerTable(
            "files", title.persian, title.english, [AnswerColumn("file", "پرونده", "File")],
            rows: files.map { [.text($0)] })
        output.write(Answer(title, isSample: true, tables: [table]), surroundings)
    }
}
