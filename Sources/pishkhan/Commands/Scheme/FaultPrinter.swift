import RankingRules
import Tables
import Wording

/// Writes the faults of a file of rules for the author of the file.
struct FaultPrinter {
    let path: String
    let faults: [SchemeFault]
    /// The number of further faults.
    let leftOut: Int
    let language: Language

    /// Writes the faults to the error output like a compiler.
    func write() {
        for fault in faults {
            writeError("\(path):\(fault.line):\(fault.column): \(printable(fault.reason(in: language)))\n")
        }
        guard leftOut > 0 else { return }
        let rest = language.choose(
            "و \(Digits.persian(String(leftOut))) ایراد دیگر پس از این‌ها.", "and \(leftOut) more after these.")
        writeError("\(path): \(rest)\n")
    }

    /// - Parameters:
    ///   - persian: the refusal up to the number of faults.
    ///   - english: the same, such as `The scheme has`.
    func refusal(_ code: String, _ persian: String, _ english: String) -> CommandFailure {
        let findings = faults.map { fault in
            JSONValue.object([
                ("file", .string(path)), ("line", .integer(Int64(fault.line))),
                ("column", .integer(Int64(fault.column))), ("path", .string(fault.path)),
                ("code", .string(fault.code.rawValue)), ("reason", .string(fault.reason(in: language))),
            ])
        }
        let count = faults.count + leftOut
        return CommandFailure(
            code, .refused, "\(persian): \(Digits.persian(String(count))) ایراد.",
            "\(english) \(count) fault\(count == 1 ? "" : "s").", findings: findings)
    }
}

extension SchemeFault {
    func reason(in language: Language) -> String {
        language.choose(persian, english)
    }
}
