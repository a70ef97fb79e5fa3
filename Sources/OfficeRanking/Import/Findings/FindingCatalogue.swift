import RankingRules

/// The sentences of all findings in both languages; `{1}` and `{2}` stand for the arguments. A test proves that every code
/// has its own.
enum FindingCatalogue {
    struct Sentence {
        let persian: String
        let english: String
    }

    static func sentence(of code: FindingCode) -> Sentence {
        let (persian, english) = sentences[code] ?? (code.rawValue, code.rawValue)
        return Sentence(persian: persian, english: english)
    }

    private static let sentences = files.merging(cells) { $1 }.merging(register) { $1 }.merging(services) { $1 }
        .merging(submissions) { $1 }
}

extension FindingCatalogue {
    static func reason(of code: FindingCode, arguments: [String], in language: Language) -> String {
        let sentence = sentence(of: code)
        return switch language {
        case .english: filled(sentence.english, arguments)
        case .persian: filled(sentence.persian, arguments.map(withPersianDigits))
        }
    }

    private static func filled(_ template: String, _ arguments: [String]) -> String {
        arguments.enumerated().reduce(template) { text, argument in
            text.replacing("{\(argument.offset + 1)}", with: argument.element)
        }
    }

    /// Writes the digits of numbers and dates in Persian; a text with Latin letters, such as `office_code2`, is not
    /// changed.
    private static func withPersianDigits(_ argument: String) -> String {
        guard !argument.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else { return argument }
        return String(
            String.UnicodeScalarView(
                argument.unicodeScalars.map { scalar in
                    switch scalar {
                    case "0"..."9": Unicode.Scalar(scalar.value - 0x30 + 0x06F0) ?? scalar
                    case ".": "٫"
                    default: scalar
                    }
                }))
    }
}
