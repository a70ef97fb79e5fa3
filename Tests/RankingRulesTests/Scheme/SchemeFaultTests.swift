import Testing

@testable import RankingRules

/// One change of the small scheme, and the fault it makes.
struct FaultCase: CustomTestStringConvertible, Sendable {
    let code: SchemeFault.Code
    let old: String
    let new: String
    /// The text at whose line the fault is reported; by default where the change begins.
    let place: String
    let path: String

    init(_ code: SchemeFault.Code, _ old: String, _ new: String, at place: String? = nil, path: String) {
        (self.code, self.old, self.new, self.path) = (code, old, new, path)
        self.place = place ?? new
    }

    var testDescription: String {
        "\(code.rawValue): \(new)"
    }
}

@Suite("A faulty scheme file")
struct SchemeFaultTests {
    @Test("the small scheme of the tests has no fault")
    func smallSchemeIsSound() {
        #expect(SchemeDocument.read(SmallScheme.text).faults.map(\.description) == [])
    }

    @Test("each fault of a scheme is reported exactly once, with its line and its keys", arguments: FaultCase.all)
    func eachFault(_ faultCase: FaultCase) throws {
        let text = try SmallScheme.text([(faultCase.old, faultCase.new)])
        let document = SchemeDocument.read(text)
        #expect(document.faults.map(\.code) == [faultCase.code], "\(document.faults)")
        let fault = try #require(document.faults.first)
        #expect(fault.line == SmallScheme.line(of: faultCase.place, in: text))
        #expect(fault.path == faultCase.path)
        #expect(document.scheme == nil)
    }

    @Test("the tests provoke every kind of fault of a scheme")
    func everyCode() {
        let provoked = Set(FaultCase.all.map(\.code)).union(
            WholeFileFaultTests.codes + [.couldOverflow, .tooManyCriteria])
        #expect(Set(SchemeFault.Code.allCases).subtracting(provoked) == [])
    }

    @Test("a scheme whose numbers could exceed 128 bits in the exact arithmetic is refused")
    func overflow() throws {
        let largest = "1000000"
        let points = [
            ("maximum: 6\n    criteria", "maximum: \(largest)\n    criteria"),
            ("maximum: 6\n        clause", "maximum: \(largest)\n        clause"),
            ("[5, 6]", "[5, \(largest)]"),
        ]
        #expect(SchemeDocument.read(try SmallScheme.text(points)).faults.map(\.code) == [])
        let text = try SmallScheme.text(points + [("value: 3.6", "value: 3.666666667")])
        let document = SchemeDocument.read(text)
        #expect(document.faults.map(\.code) == [.couldOverflow])
        #expect(document.faults.first?.line == SmallScheme.line(of: "- code: satisfaction", in: text))
    }

    @Test("a scheme has at most 63 criteria, one bit each", arguments: [(63, 0), (64, 1)])
    func criteriaLimit(count: Int, faults: Int) throws {
        let last = try #require(SmallScheme.text.firstRange(of: "  - code: survey\n"))
        let more = (5..<count).map { number in
            """
                  - code: extra_\(number)
                    title: {fa: افزوده, en: extra}
                    source: office
                    value: {type: yes_no}
                    maximum: 3
                    clause: row
                    points: {answers: {yes: 3, no: 0}}

            """
        }
        var text = SmallScheme.text
        text.insert(contentsOf: more.joined(), at: last.lowerBound)
        #expect(SchemeDocument.read(text).faults.map(\.code) == Array(repeating: .tooManyCriteria, count: faults))
    }

    @Test("a scheme may have no penalties")
    func noPenalties() throws {
        let start = try #require(SmallScheme.text.firstRange(of: "penalties:\n")).lowerBound
        let end = try #require(SmallScheme.text.firstRange(of: "ranks:\n")).lowerBound
        var text = SmallScheme.text
        text.removeSubrange(start..<end)
        #expect(SchemeDocument.read(text).faults.map(\.code) == [])
    }

    @Test("a scheme whose points could exceed 32 bits in the database is refused")
    func storedPoints() throws {
        let text = try SmallScheme.text([
            ("maximum: 6\n    criteria", "maximum: 1000000\n    criteria"),
            ("maximum: 6\n        clause", "maximum: 1000000\n        clause"), ("[5, 6]", "[5, 1000000]"),
            ("penalties:\n  maximum: 40", "penalties:\n  maximum: 1000000"),
        ])
        #expect(SchemeDocument.read(text).faults.map(\.code) == [.couldOverflow])
    }

    @Test("a fault of a scheme has a reason in Persian, with Persian digits, and in English")
    func reasons() throws {
        let text = try SmallScheme.text([("service_ceiling: 70", "service_ceiling: 170")])
        let fault = try #require(SchemeDocument.read(text).faults.first)
        #expect(fault.english == "the number must lie within 0…100")
        #expect(fault.persian == "عدد باید از ۰ تا ۱۰۰ باشد.")
    }

    @Test("all faults of a scheme are reported at once, in the order of the file")
    func severalFaults() throws {
        let text = try SmallScheme.text([
            ("version: 1", "version: 0"), ("rounding: down", "rounding: up"), ("value: 3.6", "value: three"),
            ("[50, 5]", "[50, 11]"), ("source: region", "source: rumour"), ("maximum: 3", "maximun: 3"),
            ("reference: mean}", "reference: median}"), ("points: [5, 10, 20]", "points: [5, 4, -1]"),
            ("rank_cap: 2", "rank_cap: 4"), ("service_ceiling: 70", "service_ceiling: 101"),
            ("group: survey", "group: poll"),
        ])
        #expect(
            SchemeDocument.read(text).faults.map(\.code) == [
                .outOfRange, .unknownWord, .notANumber, .pointsAboveMaximum, .unknownSource, .missingKey, .unknownKey,
                .penaltyPointsFalling, .outOfRange, .rankCapOutsideList, .unknownGroup, .outOfRange,
            ])
    }

    @Test("a faulty list of references in a scheme hides no other fault and causes no false one")
    func noFalseFaults() throws {
        let text = try SmallScheme.text([
            ("- {code: mean, title: {fa: میانگین, en: mean}, value: 3.6}", "- {code: Mean, value: 3.6}"),
            ("threshold: 20", "threshold: 30"),
        ])
        #expect(
            SchemeDocument.read(text).faults.map(\.code) == [
                .missingKey, .badCode, .thresholdAboveFullMaximum, .thresholdAboveFullMaximum,
            ])
    }

    @Test("the column of a fault in a scheme is counted in characters, also after Persian text")
    func column() throws {
        let text = try SmallScheme.text([("{fa: رمپ, en: ramp}", "{fa: رمپ, en: ramp, de: Rampe}")])
        let fault = try #require(SchemeDocument.read(text).faults.first)
        #expect(fault.column == "        title: {fa: رمپ, en: ramp, ".unicodeScalars.count + 1)
    }
}
