import Foundation
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

/// Reads a JSON object. Every wrong member becomes a finding, and `finish` throws them all at once; so does a member
/// that nobody reads.
struct BodyReader {
    private var members: [String: BodyValue]
    private var findings: [Problem.Finding] = []

    /// A request without a body is an empty object.
    init(_ bytes: [UInt8], mediaType: String?) throws {
        guard !bytes.isEmpty else {
            members = [:]
            return
        }
        guard mediaType == "application/json" else { throw Problem.unsupportedMediaType(["application/json"]) }
        guard let object = try? JSONDecoder().decode([String: BodyValue].self, from: Data(bytes)) else {
            throw Problem.unreadableBody
        }
        members = object
    }

    /// A member that `parse` understands; nil when it is absent, null or wrong.
    private mutating func member<T>(_ name: String, expecting expected: LocalizedText, _ parse: (BodyValue) -> T?) -> T?
    {
        guard let member = members.removeValue(forKey: name) else { return nil }
        if case .null = member { return nil }
        if let value = parse(member) { return value }
        findings.append(.wrong(name, expected))
        return nil
    }

    mutating func value<T>(
        _ name: String, expecting persian: String, _ english: String, _ parse: (String) -> T?
    ) -> T? {
        member(name, expecting: LocalizedText(persian: persian, english: english)) { $0.plainText.flatMap(parse) }
    }

    mutating func text(_ name: String) -> String? {
        value(name, expecting: "متنی تا ۲۰۰۰ نویسه", "a text of up to 2000 letters") { $0.isBlank ? nil : $0 }
    }

    /// A text that may be empty; "" where it is absent.
    mutating func textOrEmpty(_ name: String) -> String {
        value(name, expecting: "متنی تا ۲۰۰۰ نویسه", "a text of up to 2000 letters") { $0 } ?? ""
    }

    /// A member that is wrong beside the others.
    mutating func refuse(_ name: String, expecting expected: LocalizedText) {
        findings.append(.wrong(name, expected))
    }

    /// What `read` reads, which must be there.
    mutating func required<T>(_ name: String, _ read: (inout BodyReader, String) -> T?) -> Required<T> {
        let before = findings.count
        let value = read(&self, name)
        if value == nil, findings.count == before { findings.append(.missing(name)) }
        return Required(found: value)
    }

    mutating func halfYear(_ name: String) -> HalfYear? {
        value(name, expecting: "نیم‌سال مانند 1400-H1", "a half-year such as 1400-H1") { HalfYear($0) }
    }

    /// A Jalali day in any digits.
    mutating func day(_ name: String) -> Day? {
        value(name, expecting: "روز شمسی مانند 1400-06-31", "a Jalali day such as 1400-06-31") {
            JalaliDate($0)?.dayNumber
        }
    }

    /// A day, or `.some(nil)` where it is null; nil where the member is absent or wrong.
    mutating func dayOrNull(_ name: String) -> Day?? {
        if case .null? = members[name] {
            members[name] = nil
            return .some(nil)
        }
        return day(name).map(Optional.some)
    }

    /// A list of numbers of days, each up to half a year; nil where it is absent.
    mutating func days(_ name: String) -> [Int]? {
        member(name, expecting: LocalizedText(persian: "فهرستی از عددهای ۰–۱۸۰", english: "a list of numbers 0–180")) {
            value in
            guard case .list(let items) = value else { return nil }
            let numbers = items.compactMap {
                if case .integer(let number) = $0, 0...180 ~= number { number } else { nil }
            }
            return numbers.count == items.count ? numbers : nil
        }
    }

    mutating func instant(_ name: String) -> Date? {
        value(name, expecting: "لحظه‌ای مانند 2026-01-01T00:00:00Z", "an instant such as 2026-01-01T00:00:00Z") {
            Instant.date($0)
        }
    }

    mutating func flag(_ name: String) -> Bool? {
        member(name, expecting: LocalizedText(persian: "true یا false", english: "true or false")) {
            if case .flag(let flag) = $0 { flag } else { nil }
        }
    }

    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        let limits = "\(range.lowerBound)–\(range.upperBound)"
        let expected = LocalizedText(persian: "عدد \(Digits.persian(limits))", english: "a number \(limits)")
        return member(name, expecting: expected) {
            if case .integer(let number) = $0, range.contains(number) { number } else { nil }
        }
    }

    /// A list of texts; absent is empty.
    mutating func texts(_ name: String) -> [String] {
        member(name, expecting: LocalizedText(persian: "فهرستی از متن‌ها", english: "a list of texts")) { value in
            guard case .list(let items) = value else { return nil }
            let texts = items.compactMap(\.plainText).filter { !$0.isBlank }
            return texts.count == items.count ? texts : nil
        } ?? []
    }

    /// An object whose values are texts.
    mutating func textsByName(_ name: String) -> [String: String]? {
        let expected = LocalizedText(persian: "نام‌ها با متنشان", english: "names with their texts")
        return member(name, expecting: expected) { value in
            guard case .object(let members) = value else { return nil }
            let texts = members.compactMapValues(\.plainText)
            return texts.count == members.count && !texts.isEmpty ? texts : nil
        }
    }

    /// Throws what is wrong, if anything is.
    consuming func finish() throws {
        findings += members.keys.sorted().map(Problem.Finding.unknown)
        if !findings.isEmpty { throw Problem.wrongParameters(findings) }
    }
}

/// What a body must have. Its value is asked for after `finish`, which throws where it is not there.
struct Required<T> {
    fileprivate let found: T?

    var value: T {
        get throws {
            guard let found else { throw Problem.internalFault }
            return found
        }
    }
}

extension String {
    /// Nothing that a reader would see.
    fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
