import Testing

@testable import RankingRules

@Suite("A file that is no scheme at all")
struct WholeFileFaultTests {
    static let codes: Set<SchemeFault.Code> = [
        .malformedYAML, .tooLarge, .tooDeep, .severalDocuments, .emptyDocument,
    ]

    private func codes(_ text: String) -> [SchemeFault.Code] {
        SchemeDocument.read(text).faults.map(\.code)
    }

    @Test("malformed YAML is reported with its line")
    func malformed() throws {
        let fault = try #require(SchemeDocument.read("scheme:\n  code: [a,\nranks: }\n").faults.first)
        #expect(fault.code == .malformedYAML)
        #expect(fault.line == 3)
        #expect(codes("scheme: \"open") == [.malformedYAML])
        #expect(codes("\tscheme: 1") == [.malformedYAML])
    }

    @Test("a byte that YAML does not allow is reported")
    func controlByte() {
        #expect(codes("scheme: a\u{1}") == [.malformedYAML])
    }

    @Test(
        "a scheme file that is empty, or holds only comments, is reported as empty",
        arguments: ["", "\n\n", "# nothing\n"])
    func empty(_ text: String) {
        #expect(codes(text) == [.emptyDocument])
    }

    @Test("a second document in a scheme file is refused with its line")
    func severalDocuments() {
        let document = SchemeDocument.read(SmallScheme.text + "---\nscheme: {}\n")
        #expect(document.faults.map(\.code) == [.severalDocuments])
        #expect(document.faults.first?.line == SmallScheme.text.count { $0 == "\n" } + 1)
    }

    @Test("a scheme file above one mebibyte is refused before it is parsed")
    func tooLarge() {
        let filled = SmallScheme.text + "#" + String(repeating: "x", count: 1_048_576 - SmallScheme.text.utf8.count - 1)
        #expect(filled.utf8.count == 1_048_576)
        #expect(codes(filled) == [])
        #expect(codes(filled + "x") == [.tooLarge])
    }

    @Test("a scheme file whose root is not a mapping is refused", arguments: ["just a text", "[1, 2]", "~"])
    func wrongRoot(_ text: String) {
        #expect(codes(text) == [.wrongType])
    }

    @Test("deep nesting in a scheme file is refused in every notation", arguments: ["[", "{a: ", "- ", "? "])
    func deepNesting(_ opening: String) {
        let text = String(repeating: opening, count: 300_000 / opening.count)
        #expect(codes(text) == [.tooDeep], "\(SchemeDocument.read(text).faults)")
    }

    @Test("an alias bomb in a scheme file is refused without being expanded")
    func aliasBomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...60 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
        }
        let document = SchemeDocument.read(text)
        #expect(Set(document.faults.map(\.code)).isSuperset(of: [.anchorRefused, .aliasRefused]))
        // 61 anchors, 540 aliases, and the keys that they stand at.
        #expect(document.faults.count == 100 && document.faultsLeftOut >= 501)
    }

    @Test("a scheme file with many faults shows the first hundred in order and counts the others")
    func manyFaults() {
        let text = "scheme:\n" + String(repeating: "  x: 1\n", count: 5_000) + "groups: 1\n"
        let document = SchemeDocument.read(text)
        let lines = document.faults.map(\.line)
        #expect(lines.count == 100 && lines == lines.sorted() && lines.last ?? 0 < 110)
        let alone = SchemeDocument.read("scheme:\n  x: 1\ngroups: 1\n")
        #expect(alone.faultsLeftOut == 0)
        #expect(document.faultsLeftOut == 4_999 + alone.faults.count - 100)
    }

    @Test("a scheme file has at most twenty thousand keys and values")
    func manyNodes() {
        let most = YAMLComposer.mostNodes
        func items(_ count: Int) -> String { String(repeating: "- x\n", count: count) }
        #expect(codes(items(most - 1)) == [.wrongType])
        #expect(codes(items(most)) == [.tooLarge])
    }

    @Test("a scheme with thousands of options and conditions is checked in linear time")
    func manyConditions() throws {
        let options = (0..<800).map { "            - {code: o\($0), title: {fa: ی, en: o}}\n" }.joined()
        let points = (0..<800).map { ", o\($0): 1" }.joined()
        let conditions = String(repeating: "      - {group: survey, at_least: 4}\n", count: 2_000)
        let text = try SmallScheme.text([
            ("            - {code: street,", options + "            - {code: street,"),
            ("alley: 2", "alley: 2" + points),
            ("      - {group: survey, at_least: 4}\n", conditions),
        ])
        #expect(codes(text) == [])
    }

    @Test("a scheme file may have a byte order mark, CRLF line ends and a document marker")
    func otherForms() {
        #expect(codes("\u{FEFF}" + SmallScheme.text) == [])
        #expect(codes("---\n" + SmallScheme.text) == [])
        #expect(codes(SmallScheme.text.split(separator: "\n").joined(separator: "\r\n")) == [])
    }
}
