import Foundation
import OfficeRanking
import RankingRules
import Tables
import Wording

/// What an import found, on the error output and in a file.
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

    /// Where findings beyond the first ones go when nobody named a file.
    private static let ownPath = "import-findings.csv"

    /// Notices alone are not worth a file that nobody asked for.
    private var path: String? {
        givenPath ?? (findings.hasErrors && findings.total > Self.mostShown ? Self.ownPath : nil)
    }

    private static let mostShown = 20

    /// A report that cannot be written is known before anything is stored.
    func prepare() throws {
        guard let givenPath else { return }
        guard FileManager.default.createFile(atPath: givenPath, contents: nil) else {
            throw CommandFailure.unwritableFile(givenPath)
        }
    }

    /// Says what a folder lacks, and what was left alone.
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
                    "Left alone, its name tells no kind: \(printable(name))\n"))
        }
    }

    /// The first findings, their number by code, and where all of them are.
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

    /// Why nothing was changed.
    func refusal() -> CommandFailure {
        let count = findings.errorCount
        return CommandFailure(
            "invalid", .refused, "\(Digits.persian(String(count))) خطا در پرونده‌هاست؛ هیچ چیز عوض نشد.",
            "The files have \(count) error\(count == 1 ? "" : "s"); nothing was changed.",
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

    /// `offices.csv:12: column: value: reason`, as a compiler reports.
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
