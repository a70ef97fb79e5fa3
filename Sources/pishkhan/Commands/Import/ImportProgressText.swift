import OfficeRanking
import RankingRules
import Wording

/// The progress of an import on one line of a terminal.
enum ImportProgressText {
    static func text(_ progress: ImportProgress, _ language: Language) -> String {
        let rows = HumanNumber.text(String(progress.rows), language)
        let kibibytes = HumanNumber.text(String(progress.bytesRead / 1_024), language)
        let amounts =
            language.choose("\(rows) ردیف، \(kibibytes) کیبی‌بایت", "\(rows) rows, \(kibibytes) KiB")
        guard let total = progress.totalBytes, total > 0 else { return "\(progress.file): \(amounts)" }
        let share = min(100, progress.bytesRead * 100 / total)
        return "\(progress.file): \(bar(share)) \(HumanNumber.text(String(share), language))% \(amounts)"
    }

    /// A bar of twenty steps of five percent.
    private static func bar(_ percent: Int) -> String {
        let full = percent / 5
        return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full) + "]"
    }
}
