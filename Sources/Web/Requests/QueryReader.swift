import Foundation
import Hummingbird
import OfficeRanking
import RankingRules

/// Reads the query of a request. Every wrong parameter becomes a finding, and `finish` throws all of them at once. An
/// unknown parameter is a finding too, because a misspelled filter would silently select everything.
struct QueryReader {
    private var values: [String: String] = [:]
    private var findings: [Problem.Finding] = []

    init(_ request: Request) {
        for item in (request.uri.query ?? "").split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            let value = parts.count == 2 ? Self.decoded(parts[1]) : ""
            guard let name, let value, Self.isPlain(name), Self.isPlain(value) else {
                findings.append(.unreadable(String(name?.prefix(40) ?? "")))
                continue
            }
            if values.updateValue(value, forKey: name) != nil { findings.append(.givenTwice(name)) }
        }
    }

    /// A parameter read by `parse`; nil if it is absent or wrong.
    mutating func value<T>(
        _ name: String, expecting persian: String, _ english: String, _ parse: (String) -> T?
    ) -> T? {
        guard let text = values.removeValue(forKey: name) else { return nil }
        if let value = parse(text) { return value }
        findings.append(.wrong(name, LocalizedText(persian: persian, english: english)))
        return nil
    }

    mutating func text(_ name: String) -> String? {
        value(name, expecting: "متنی تا ۱۰۰ نویسه", "a text of up to 100 letters") { text in
            (1...100).contains(text.unicodeScalars.count) ? text : nil
        }
    }

    /// A required text. If it is missing, `finish` throws, so the empty text that this returns is never used.
    mutating func required(_ name: String) -> String {
        if values[name] == nil { findings.append(.missing(name)) }
        return text(name) ?? ""
    }

    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        let limits = "\(range.lowerBound)–\(range.upperBound)"
        return value(name, expecting: "عدد \(Digits.persian(limits))", "a number \(limits)") { text in
            WholeNumber.read(text, in: range)
        }
    }

    /// A Jalali day in any digits.
    mutating func day(_ name: String) -> Day? {
        value(name, expecting: "روز شمسی مانند 1400-06-31", "a Jalali day such as 1400-06-31") {
            JalaliDate($0)?.dayNumber
        }
    }

    mutating func flag(_ name: String) -> Bool {
        value(name, expecting: "true یا false", "true or false") { Bool($0) } ?? false
    }

    /// The number of items of a page, and the cursor after which it begins.
    mutating func page<Cursor: PageCursor>(_ cursor: Cursor.Type) -> PageQuestion<Cursor> {
        let limit = limit()
        let after = value("after", expecting: "مقدار next صفحهٔ پیش", "the `next` of the page before") {
            (1...Cursor.longest).contains($0.unicodeScalars.count) ? Cursor($0) : nil
        }
        return PageQuestion(limit: limit, after: after)
    }

    mutating func limit() -> Int { integer("limit", in: PageLimit.range) ?? PageLimit.usual }

    /// A code of one of the program's own lists.
    mutating func choice<T: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: T.Type = T.self) -> T? {
        let words = T.allCases.map(\.rawValue).joined(separator: ", ")
        return value(name, expecting: "یکی از \(words)", "one of \(words)") { T(rawValue: $0) }
    }

    /// Adds a finding for a missing parameter.
    mutating func miss(_ name: String) {
        if !findings.contains(where: { $0.field == name }) { findings.append(.missing(name)) }
    }

    /// Adds a finding for a parameter that does not fit the others.
    mutating func refuse(_ finding: Problem.Finding) {
        findings.append(finding)
    }

    /// Throws the findings, if there are any.
    func finish() throws {
        let findings = found()
        if !findings.isEmpty { throw Problem.wrongParameters(findings) }
    }

    /// The findings, once everything is read.
    func found() -> [Problem.Finding] {
        findings + values.keys.sorted().map(Problem.Finding.unknown)
    }

    /// Decodes a form value, in which `+` is a space.
    private static func decoded(_ text: Substring) -> String? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(text)
        }
        return text.replacing("+", with: " ").removingPercentEncoding
    }

    private static func isPlain(_ text: String) -> Bool {
        // Most values are ASCII, for which no table is needed.
        if text.utf8.count <= 120, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return true }
        return text.unicodeScalars.count <= 120
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

/// The requested page of a list.
struct PageQuestion<Cursor: PageCursor>: Sendable {
    let limit: Int
    let after: Cursor?
}
