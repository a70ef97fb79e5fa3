import Foundation
import RankingRules

/// One scheme of the oracle's stream, with its offices. The format is described in `Tests/Oracle/oracle.py`.
struct OracleScheme {
    let seed: Int64
    let halfYear: HalfYear
    let censusDay: Day
    let text: String
    let earlierTexts: [String]
    let offices: [OracleOffice]
}

/// One office with the assessment that the oracle expects.
struct OracleOffice {
    let line: ArraySlice<UInt8>
    let facts: OfficeFacts
    let expected: ExpectedAssessment
}

/// Reads the stream line by line.
struct OracleStream {
    private let lines: [ArraySlice<UInt8>]
    private var index = 0

    init(_ content: Data) {
        lines = [UInt8](content).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The next scheme, or nil at the end.
    mutating func next() throws -> OracleScheme? {
        guard index < lines.count, !lines[index].isEmpty else { return nil }
        var head = OracleFields(nextLine())
        guard try head.text() == "scheme" else { throw head.unexpected }
        let seed = try head.number()
        guard let halfYear = HalfYear(try head.text()) else { throw head.unexpected }
        let censusDay = try head.day()
        let (textCount, officeCount) = (try head.count(), try head.count())
        let texts = try (0..<textCount).map { _ in try nextText() }
        let offices = try (0..<officeCount).map { _ in try OracleOffice(nextLine()) }
        return OracleScheme(
            seed: seed, halfYear: halfYear, censusDay: censusDay, text: texts[0],
            earlierTexts: Array(texts.dropFirst()), offices: offices)
    }

    private mutating func nextLine() -> ArraySlice<UInt8> {
        defer { index += 1 }
        return index < lines.count ? lines[index] : []
    }

    private mutating func nextText() throws -> String {
        var head = OracleFields(nextLine())
        guard try head.text() == "text" else { throw head.unexpected }
        let count = try head.count()
        return (0..<count).map { _ in String(decoding: nextLine(), as: UTF8.self) + "\n" }.joined()
    }
}

/// The fields of one line, read from left to right.
struct OracleFields {
    private let fields: [ArraySlice<UInt8>]
    private var index = 0

    init(_ line: ArraySlice<UInt8>) {
        fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    }

    /// An error that names the index reached.
    var unexpected: OracleFormatError {
        OracleFormatError(field: index, fields: fields.map { String(decoding: $0, as: UTF8.self) })
    }

    mutating func text() throws -> String {
        guard index < fields.count else { throw unexpected }
        defer { index += 1 }
        return String(decoding: fields[index], as: UTF8.self)
    }

    mutating func number() throws -> Int64 {
        guard let number = Int64(try text()) else { throw unexpected }
        return number
    }

    mutating func count() throws -> Int {
        Int(try number())
    }

    mutating func day() throws -> Day {
        Day(rawValue: Int32(try number()))
    }

    mutating func halfYear() throws -> HalfYear {
        guard let halfYear = HalfYear(try text()) else { throw unexpected }
        return halfYear
    }

    mutating func flag() throws -> Bool {
        try number() == 1
    }

    /// Steps over a field that has exactly this text.
    mutating func skips(_ mark: Character) -> Bool {
        guard index < fields.count, fields[index].elementsEqual(String(mark).utf8) else { return false }
        index += 1
        return true
    }

    mutating func optional<Value>(_ read: (inout Self) throws -> Value) rethrows -> Value? {
        skips("-") ? nil : try read(&self)
    }

    mutating func list<Value>(_ read: (inout Self) throws -> Value) throws -> [Value] {
        try (0..<count()).map { _ in try read(&self) }
    }

    mutating func label<Label: RawRepresentable<String>>(_ type: Label.Type) throws -> Label {
        guard let label = Label(rawValue: try text()) else { throw unexpected }
        return label
    }

    func requireEnd() throws {
        guard index == fields.count else { throw unexpected }
    }
}

struct OracleFormatError: Error {
    let field: Int
    let fields: [String]
}
