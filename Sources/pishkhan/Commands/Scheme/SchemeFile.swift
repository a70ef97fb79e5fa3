import Answers
import Foundation
import RankingRules

/// A scheme in a file: read whole, or refused with every fault.
struct SchemeFile {
    let text: String
    let scheme: Scheme

    /// Writes every fault to the error output as a compiler does, and refuses the file.
    init(_ path: String, _ output: OutputOptions, _ surroundings: Surroundings) throws {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw CommandFailure.unreadableFile(path) }
        let document = SchemeDocument.read(text)
        guard let scheme = document.scheme else {
            if output.format != .json { Self.write(document.faults, of: path, output.language(surroundings)) }
            throw Self.refusal(document.faults, of: path, output.language(surroundings))
        }
        self.text = text
        self.scheme = scheme
    }

    private static func write(_ faults: [SchemeFault], of path: String, _ language: Language) {
        for fault in faults {
            writeError("\(path):\(fault.line):\(fault.column): \(printable(fault.reason(in: language)))\n")
        }
    }

    private static func refusal(_ faults: [SchemeFault], of path: String, _ language: Language) -> CommandFailure {
        let findings = faults.map { fault in
            JSONValue.object([
                ("file", .string(path)), ("line", .integer(Int64(fault.line))),
                ("column", .integer(Int64(fault.column))), ("path", .string(fault.path)),
                ("code", .string(fault.code.rawValue)), ("reason", .string(fault.reason(in: language))),
            ])
        }
        return CommandFailure(
            "invalid_scheme", .refused, "شیوه‌نامه پذیرفتنی نیست: \(Digits.persian(String(faults.count))) ایراد.",
            "The scheme has \(faults.count) fault\(faults.count == 1 ? "" : "s").", findings: findings)
    }
}

extension SchemeFault {
    func reason(in language: Language) -> String {
        language.choose(persian, english)
    }
}
