import Foundation
import Testing

@testable import RankingRules

/// The rules that are shipped.
enum ShippedIndicator {
    static func text() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "sql/seed/indicator-1400.yaml"), encoding: .utf8)
    }

    static func rules(_ changes: (old: String, new: String)...) throws -> IndicatorRules {
        let text = try changes.reduce(text()) { $0.replacing($1.old, with: $1.new) }
        let document = IndicatorDocument.read(text)
        return try #require(document.rules, "\(document.faults)")
    }
}

@Suite("A file of indicator rules")
struct IndicatorDocumentTests {
    @Test("the shipped indicator rules are sound: official text, our choices, first years and routes of both texts")
    func shipped() throws {
        let rules = try ShippedIndicator.rules()
        #expect(rules.text == .official && rules.choices == .ours)
        #expect(
            rules.readings.all.map(\.description) == [
                "1397/regulator_asked", "1397/uploaded", "1394/regulator_asked", "1394/uploaded",
            ])
        #expect(rules.maximum == Points(rawValue: 5_000) && rules.cap.rawValue == 100 && rules.stages.count == 4)
    }

    @Test(
        "each fault of indicator rules is reported with its line and its keys",
        arguments: [
            ("item: 1/8", "item: eight", "indicator.item", SchemeFault.Code.badCode),
            ("year: 1400", "year: 1300", "indicator.year", .outOfRange),
            ("text: official", "text: true", "indicator.text", .unknownWord),
            ("text: official", "text: sample", "indicator.title", .sampleNotMarked),
            ("maximum: 5", "maximum: 5.0001", "maximum", .tooManyPlaces),
            ("cap: 100", "cap: 101", "cap", .outOfRange),
            ("request, production", "request, request", "stages[2]", .repeatedCode),
            ("[information, request, production, delivery]", "[]", "stages", .emptyList),
            ("shrink_maximum\n", "nothing\n", "when_not_applicable", .unknownWord),
            ("- year: 1394", "- year: 1401", "readings.first_years[1].year", .outOfRange),
            ("- year: 1394", "- year: 1397", "readings.first_years[1].year", .repeatedCode),
            ("first_year: 1397", "first_year: 1396", "readings.chosen.first_year", .unknownWord),
            ("route: uploaded", "route: guessed", "readings.evidence[1].route", .unknownWord),
            ("  basis:", "  base:", "readings.base", .unknownKey),
            ("version: 1\n", "\n", "indicator.version", .missingKey),
        ])
    func eachFault(old: String, new: String, path: String, code: SchemeFault.Code) throws {
        let text = try ShippedIndicator.text().replacing(old, with: new, maxReplacements: 1)
        let document = IndicatorDocument.read(text)
        #expect(document.rules == nil)
        #expect(document.faults.contains { $0.path == path && $0.code == code }, "\(document.faults)")
        #expect(document.faults.allSatisfy { $0.line >= 1 && !$0.persian.isEmpty })
    }

    @Test("all faults of indicator rules are reported at once, in the order of the file")
    func allAtOnce() throws {
        let text = try ShippedIndicator.text().replacing("item: 1/8", with: "item: 8")
            .replacing("cap: 100", with: "cap: 0").replacing("route: uploaded", with: "route: x")
        let faults = IndicatorDocument.read(text).faults
        #expect(faults.map(\.path) == ["indicator.item", "cap", "readings.evidence[1].route"])
        #expect(faults.map(\.line) == faults.map(\.line).sorted())
    }

    @Test("comments and quoting do not change the hash of indicator rules; every choice does")
    func hash() throws {
        let rules = try ShippedIndicator.rules()
        let rewritten = try ShippedIndicator.rules(("maximum: 5\n", "# five\nmaximum: \"5.000\"\n"))
        #expect(rewritten.hash == rules.hash)
        let changes = [
            ("cap: 100", "cap: 99"), ("maximum: 5\n", "maximum: 6\n"), ("version: 1\n", "version: 2\n"),
            ("production, delivery]", "production]"), ("chosen: {first_year: 1397", "chosen: {first_year: 1394"),
            ("choices: ours", "choices: official"),
        ]
        let hashes = try changes.map { try ShippedIndicator.rules($0).hash }
        #expect(Set(hashes + [rules.hash]).count == changes.count + 1)
    }
}
