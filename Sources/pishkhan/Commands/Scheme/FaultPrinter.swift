import RankingRules
import Tables
import Wording

/// The faults of a file of rules as the one who wrote it reads them.
struct FaultPrinter {
    let path: String
    let faults: [SchemeFault]
    /// How many follow those.
    let leftOut: Int
    let language: Language

    /// To the error output, in the form of a compiler.
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
