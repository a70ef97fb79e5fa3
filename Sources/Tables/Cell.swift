package import Foundation
package import RankingRules
package import Wording

/// One value of an answer, with its meaning.
package enum Cell: Equatable {
    case text(String)
    /// A text that exists in both languages, such as a criterion's title.
    case localized(LocalizedText)
    /// A code of the program with its words for people.
    case word(String, LocalizedText)
    case integer(Int)
    /// Points; programs get thousandths.
    case points(Points)
    /// A percentage in tenths: 123 is 12.3 %.
    case tenths(Int)
    case day(Day)
    case instant(Date)
    case halfYear(HalfYear)
    case flag(Bool)
    /// A hash or digest, complete in every form, because people compare it.
    case hash(String)
    /// A number of offices with its share in tenths of a percent.
    case share(Int, tenths: Int)
    case empty
}

extension Cell {
    package static func word(_ word: Word) -> Cell { .word(word.code, word.text) }

    package static func optional(_ word: Word?) -> Cell { word.map(Cell.word) ?? .empty }

    /// A text that may be missing.
    package static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }

    package static func optional(_ number: Int?) -> Cell { number.map(Cell.integer) ?? .empty }

    package static func optional(_ points: Points?) -> Cell { points.map(Cell.points) ?? .empty }

    package static func optional(_ day: Day?) -> Cell { day.map(Cell.day) ?? .empty }

    package static func digest(_ digest: String?) -> Cell { digest.map(Cell.hash) ?? .empty }

    /// A decimal number; programs get its exact text.
    package static func number(_ latin: String) -> Cell {
        .word(
            latin,
            LocalizedText(persian: HumanNumber.text(latin, .persian), english: HumanNumber.text(latin, .english)))
    }

    /// True if the cell has nothing to show to people.
    package var isNothing: Bool {
        switch self {
        case .empty, .integer(0), .share(0, _), .points(.zero): true
        default: false
        }
    }

    /// The text for people.
    package func text(in language: Language) -> String {
        switch self {
        case .text(let text): printable(text)
        case .localized(let text): printable(text[language])
        case .word(_, let text): text[language]
        case .integer(let number): HumanNumber.text(String(number), language)
        case .points(let points): HumanNumber.text(points.text, language)
        case .tenths(let tenths): HumanNumber.percent(tenths: tenths, language)
        case .day(let day): HumanDay.text(day, language)
        case .instant(let instant): TehranTime.text(instant, language)
        case .halfYear(let halfYear): HumanDay.text(halfYear, language)
        case .flag(let flag): Words.of(flag).text(in: language)
        case .hash(let hash): hash
        case .share(let number, let tenths):
            "\(HumanNumber.text(String(number), language)) (\(HumanNumber.percent(tenths: tenths, language)))"
        case .empty: "–"
        }
    }

    /// The value for programs; days are Jalali, `1400-06-31`.
    package var json: JSONValue {
        switch self {
        case .text(let text), .word(let text, _), .hash(let text): .string(text)
        case .localized(let text): .object([("fa", .string(text.persian)), ("en", .string(text.english))])
        case .integer(let number), .tenths(let number): .integer(Int64(number))
        case .points(let points): .integer(points.rawValue)
        case .day(let day): .string(day.jalali)
        case .instant(let instant): .string(instant.formatted(.iso8601))
        case .halfYear(let halfYear): .string(halfYear.description)
        case .share(let number, let tenths):
            .object([("offices", .integer(Int64(number))), ("tenths", .integer(Int64(tenths)))])
        case .flag(let flag): .bool(flag)
        case .empty: .null
        }
    }

    /// The field of a CSV file, in which titles are Persian. A text from outside is never a formula; numbers and words
    /// of the program stay unchanged, even below zero.
    package var field: String {
        switch self {
        case .text(let text): SpreadsheetText.harmless(text)
        case .localized(let text): SpreadsheetText.harmless(text.persian)
        case .share(let number, _): String(number)
        case .empty: ""
        default:
            switch json {
            case .string(let text): text
            case .integer(let number): String(number)
            case .bool(let flag): flag ? "true" : "false"
            default: ""
            }
        }
    }
}
