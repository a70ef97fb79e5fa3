import Foundation
import OfficeRanking
import RankingRules

/// The members of bodies, by the type of their values.
enum Member {
    /// A text with a visible character.
    static func text(_ name: String) -> BodyField<String> { BodyField(name, plainText) { $0.visibleText } }

    static func textOrEmpty(_ name: String) -> BodyField<String> { BodyField(name, plainText) { $0.plainText } }

    private static let plainText = LocalizedText(
        persian: "متنی تا ۲۰۰۰ نویسه", english: "a text of up to 2000 letters")

    /// A text that `parse` understands.
    static func parsed<Value>(
        _ name: String, _ persian: String, _ english: String, _ parse: @escaping @Sendable (String) -> Value?
    ) -> BodyField<Value> {
        BodyField(name, LocalizedText(persian: persian, english: english)) { $0.plainText.flatMap(parse) }
    }

    /// One of the words of a closed list.
    static func word<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _ type: Word.Type
    ) -> BodyField<Word> {
        oneOf(name, Word.allCases.map(\.rawValue)) { Word(rawValue: $0) }
    }

    /// One of several words, whose meaning `parse` returns.
    static func oneOf<Value>(
        _ name: String, _ words: [String], _ parse: @escaping @Sendable (String) -> Value?
    ) -> BodyField<Value> {
        let list = words.joined(separator: ", ")
        return parsed(name, "یکی از \(list)", "one of \(list)", parse)
    }

    static func halfYear(_ name: String) -> BodyField<HalfYear> {
        parsed(name, "دوره‌ای مانند 1400-H1", "a half-year such as 1400-H1") { HalfYear(Digits.latin($0)) }
    }

    /// A Jalali day in any digits.
    static func day(_ name: String) -> BodyField<Day> {
        parsed(name, "روز شمسی مانند 1400-06-31", "a Jalali day such as 1400-06-31") {
            JalaliDate(Digits.latin($0))?.dayNumber
        }
    }

    static func instant(_ name: String) -> BodyField<Date> {
        parsed(name, "لحظه‌ای مانند 2026-01-01T00:00:00Z", "an instant such as 2026-01-01T00:00:00Z") {
            Instant.date($0)
        }
    }

    static func flag(_ name: String) -> BodyField<Bool> {
        BodyField(name, LocalizedText(persian: "true یا false", english: "true or false")) {
            if case .flag(let flag) = $0 { flag } else { nil }
        }
    }

    static func integer(_ name: String, in range: ClosedRange<Int>) -> BodyField<Int> {
        let limits = "\(range.lowerBound)–\(range.upperBound)"
        let expected = LocalizedText(persian: "عدد \(Digits.persian(limits))", english: "a number \(limits)")
        return BodyField(name, expected) { $0.integer(in: range) }
    }

    /// A list of numbers of days, each up to half a year.
    static func numbersOfDays(_ name: String) -> BodyField<[Int]> {
        BodyField(name, LocalizedText(persian: "فهرستی از عددهای ۰–۱۸۰", english: "a list of numbers 0–180")) {
            $0.items(atMost: 181) { $0.integer(in: 0...180) }
        }
    }

    static func regions(_ name: String) -> BodyField<[Int]> {
        BodyField(name, LocalizedText(persian: "فهرستی از عددهای ۱–۹", english: "a list of numbers 1–9")) {
            $0.items(atMost: 9) { $0.integer(in: 1...9) }
        }
    }

    static func texts(_ name: String, atLeast least: Int = 0) -> BodyField<[String]> {
        BodyField(name, LocalizedText(persian: "فهرستی از متن‌ها", english: "a list of texts")) { value in
            value.items(atMost: 500) { $0.visibleText }.flatMap { $0.count >= least ? $0 : nil }
        }
    }

    /// An object of at least one text, each under a different name.
    static func textsByName(_ name: String) -> BodyField<[String: String]> {
        BodyField(name, LocalizedText(persian: "نام‌ها با متنشان", english: "names with their texts")) { value in
            guard case .object(let members) = value, (1...100).contains(members.count) else { return nil }
            var texts: [String: String] = [:]
            for member in members {
                guard let text = member.value.plainText, texts.updateValue(text, forKey: member.name) == nil else {
                    return nil
                }
            }
            return texts
        }
    }

    /// An adopted scheme: `sample-1400`, its newest version, or `sample-1400@1`.
    static func scheme(_ name: String) -> BodyField<SchemeReference> {
        let example = "sample-1400, sample-1400@1"
        return parsed(name, "شیوه‌نامه مانند \(example)", "a scheme such as \(example)") { SchemeReference($0) }
    }
}

/// A scheme by its code and version; without a version the newest is meant.
struct SchemeReference: Sendable {
    let code: String
    let version: Int?

    init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard let code = parts.first, !code.isEmpty, parts.count <= 2 else { return nil }
        self.code = String(code)
        version = parts.count == 2 ? Int32(Digits.latin(String(parts[1]))).map { Int($0) } : nil
        if parts.count == 2, version == nil { return nil }
    }
}

extension BodyValue {
    fileprivate func integer(in range: ClosedRange<Int>) -> Int? {
        if case .integer(let number) = self, range.contains(number) { number } else { nil }
    }
}
