import Foundation
import OfficeRanking
import RankingRules
import Tables
import Wording

/// Writes the findings of an import to the error output and to a file.
struct FindingPrinter {
    private let findings: FindingReport
    private let givenPath: String?
    private let isJSON: Bool
    private let language: Language

    init(_ findings: FindingReport, path: String?, _ output: OutputOptions, _ environment: CommandEnvironment) {
        self.findings = findings
        givenPath = path
        isJSON = output.format == .json
        language = output.language(environment)
    }

    /// The file of the findings if the command names none and not all are shown.
    private static let ownPath = "import-findings.csv"

    /// The named file; without one, a file of its own if there are errors and more findings than are shown.
    private var path: String? {
        givenPath ?? (findings.hasErrors && findings.total > Self.mostShown ? Self.ownPath : nil)
    }

    private static let mostShown = 20

    /// Creates the named file before anything is stored, so that an unwritable path is reported first.
    func prepare() throws {
        guard let givenPath else { return }
        guard FileManager.default.createFile(atPath: givenPath, contents: nil) else {
            throw CommandFailure.unwritableFile(givenPath)
        }
    }

    /// Reports the missing kinds of a folder and the files that were left out.
    func remark(_ selection: ImportSelection) {
        guard !isJSON else { return }
        if !selection.missing.isEmpty {
            let kinds = selection.missing.map { Words.of($0).text(in: language) }
            let list = kinds.joined(separator: language.choose("، ", ", "))
            writeError(language.choose("در پوشه نیست: \(list)\n", "Not in the folder: \(list)\n"))
        }
        for name in selection.unknown {
            writeError(
                language.choose(
                    "نادیده ماند، چون نامش نوعی را نمی‌گوید: \(printable(name))\n",
                    "Left out, because its name begins with no kind: \(printable(name))\n"))
        }
    }

    /// Writes the first findings, their number by code, and the name of the file that holds all of them.
    func write() throws {
        if let path {
            do {
                try findings.writeCSV(to: path)
            } catch {
                throw CommandFailure.unwritableFile(path)
            }
        }
        guard findings.total > 0 else { return }
        if isJSON {
            if !findings.hasErrors { writeError(noticesAsJSON.text + "\n") }
        } else {
            writeError(lines.joined(separator: "\n") + "\n")
        }
    }

    /// The reason why nothing was changed.
    func refusal() -> CommandFailure {
        let count = findings.errorCount
        return CommandFailure(
            "invalid", .refused,
            "\(Digits.persian(String(count))) خطا در پرونده‌هاست و هیچ چیز عوض نشد؛ خطاها را درست کنید و دوباره بفرستید.",
            "The files have \(count) error\(count == 1 ? "" : "s"); nothing was changed. Correct and import again.",
            findings: findings.foremost.map(json))
    }

    private var lines: [String] {
        let shown = findings.foremost.map(line)
        let more = findings.total - shown.count
        let rest = more > 0 ? [language.choose("… و \(number(more)) یافتهٔ دیگر", "… and \(number(more)) more")] : []
        let counts = findings.counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { "  \(number($0.value)) × \($0.key.rawValue)" }
        return shown + rest + counts + [location].compactMap(\.self)
    }

    private var location: String? {
        if let path { return language.choose("گزارش کامل: \(path)", "Full report: \(path)") }
        guard findings.total > Self.mostShown else { return nil }
        return language.choose(
            "برای گزارش کامل: --report FILE.csv", "For the full report: --report FILE.csv")
    }

    /// A finding in the form of a compiler message: `offices.csv:12: column: value: reason`.
    private func line(_ finding: Finding) -> String {
        let parts = [finding.location, finding.column, finding.value.map { "«\($0)»" }, finding.reason(in: language)]
        return printable(parts.compactMap(\.self).joined(separator: ": "))
    }

    private func number(_ number: Int) -> String {
        HumanNumber.text(String(number), language)
    }

    private func json(_ finding: Finding) -> JSONValue {
        .object([
            ("file", .string(finding.file)), ("sheet", finding.sheet.map(JSONValue.string) ?? .null),
            ("line", finding.line.map { .integer(Int64($0)) } ?? .null),
            ("column", finding.column.map(JSONValue.string) ?? .null),
            ("value", finding.value.map(JSONValue.string) ?? .null), ("code", .string(finding.code.rawValue)),
            ("severity", .string(finding.severity.rawValue)), ("reason", .string(finding.reason(in: language))),
        ])
    }

    private var noticesAsJSON: JSONValue {
        .object([("notices", .array(findings.first.map(json)))])
    }
}
