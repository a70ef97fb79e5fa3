import Foundation
import RankingRules

/// The indicator's rules in a file, without a fault.
struct IndicatorFile {
    let text: String
    let rules: IndicatorRules

    /// Reads the file. If it has faults, writes all of them to the error output like a compiler, and refuses the file.
    init(_ path: String, _ isJSON: Bool, _ language: Language) throws {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw CommandFailure.unreadableFile(path) }
        let document = IndicatorDocument.read(text)
        guard let rules = document.rules else {
            let printer = FaultPrinter(
                path: path, faults: document.faults, leftOut: document.faultsLeftOut, language: language)
            if !isJSON { printer.write() }
            throw printer.refusal("invalid_indicator_rules", "قواعد نماگر پذیرفتنی نیست", "The rules have")
        }
        self.text = text
        self.rules = rules
    }
}
