import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("What a cell holds")
struct CellTests {
    @Test("an empty cell is no value of any kind")
    func empty() throws {
        #expect(try read(" \u{200C} ") { cell throws(Fault) in try cell.wholeNumber() } == nil)
        #expect(try read("") { cell throws(Fault) in try cell.day() } == nil)
        #expect(try read("") { cell throws(Fault) in try cell.flag() } == nil)
        #expect(try read("") { cell throws(Fault) in try cell.code() }?.text == nil)
        #expect(try read("") { cell throws(Fault) in try cell.nationalCode() }?.text == nil)
    }

    @Test(
        "a whole number is read with digits of any script",
        arguments: [
            ("0", 0), ("۱۲۳", 123), ("-٥", -5), ("+7", 7), ("−۴", -4), ("007", 7), ("12.00", 12), ("۱۲٫۰", 12),
            ("9223372036854775807", Int64.max), ("-9223372036854775807", -Int64.max),
        ])
    func wholeNumbers(text: String, expected: Int64) throws {
        #expect(try read(text) { cell throws(Fault) in try cell.wholeNumber() } == expected)
    }

    @Test(
        "a cell without a whole number is refused with the reason",
        arguments: [
            ("12.5", FindingCode.numberNotWhole), ("۱۲٬۰۰۰", .numberHasGrouping), ("12,000", .numberHasGrouping),
            ("۱۲،۰۰۰", .numberHasGrouping), ("1E+05", .numberHasExponent), ("12%", .numberHasPercent),
            ("دوازده", .numberUnreadable), ("1-2", .numberUnreadable), ("12.", .numberUnreadable),
            (".5", .numberUnreadable), ("-", .numberUnreadable), ("1.2.3", .numberUnreadable),
            ("12/0", .numberNotWhole), ("9223372036854775808", .numberTooLarge), ("1 2", .numberUnreadable),
            ("99999999999999999999999", .numberTooLarge), ("e5", .numberUnreadable), ("--1", .numberUnreadable),
        ])
    func wrongWholeNumbers(text: String, expected: FindingCode) {
        #expect(fault(of: text) { cell throws(Fault) in try cell.wholeNumber() } == expected)
    }

    @Test(
        "a decimal is read exactly, with a dot, «٫» or «/»",
        arguments: [
            ("12.345", 12_345), ("۱۲٫۳۴۵", 12_345), ("۱۲/۳", 12_300), ("12", 12_000), ("0.001", 1), ("-0.5", -500),
            ("1.50000", 1_500), ("00.1", 100),
        ])
    func decimals(text: String, expected: Int64) throws {
        #expect(try read(text) { cell throws(Fault) in try cell.decimal(places: 3) } == expected)
    }

    @Test("a number with too many decimals is refused unless the extra ones are zero")
    func places() {
        #expect(fault(of: "1.2345") { cell throws(Fault) in try cell.decimal(places: 3) } == .numberPlacesTooMany)
        #expect(fault(of: "1.2340") { cell throws(Fault) in try cell.decimal(places: 3) } == nil)
        #expect(fault(of: "9300000000000000") { cell throws(Fault) in try cell.decimal(places: 3) } == .numberTooLarge)
    }

    @Test("a number outside its range is refused, its limits belong to it")
    func range() {
        for (text, expected) in [
            ("49.9", FindingCode.numberOutOfRange), ("50", nil), ("50.1", nil), ("99.9", nil), ("100", nil),
            ("100.1", .numberOutOfRange),
        ] {
            #expect(fault(of: text) { cell throws(Fault) in try cell.decimal(places: 1, in: 500...1000) } == expected)
        }
        #expect(throws: Fault(.numberOutOfRange, "-0.5", "100")) {
            try read("101") { cell throws(Fault) in try cell.decimal(places: 1, in: -5...1000) }
        }
    }

    @Test("every number that is written is read back")
    func numberProperty() throws {
        var generator = SeededGenerator(seed: printedSeed())
        for _ in 0..<3_000 * repetitions {
            let places = Int.random(in: 0...6, using: &generator)
            let value = Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)
            let text = ScaledNumber.text(value, places: places)
            #expect(try read(text) { cell throws(Fault) in try cell.decimal(places: places) } == value)
        }
    }

    @Test(
        "a yes or no is read in Persian and English",
        arguments: [
            ("بله", true), ("بلی", true), ("دارد", true), ("Yes", true), ("TRUE", true), ("۱", true), ("خیر", false),
            ("ندارد", false), ("no", false), ("False", false), ("0", false),
        ])
    func flags(text: String, expected: Bool) throws {
        #expect(try read(text) { cell throws(Fault) in try cell.flag() } == expected)
        #expect(fault(of: "شاید") { cell throws(Fault) in try cell.flag() } == .flagUnreadable)
    }

    @Test("a choice is read by its code or either title; an unknown one is refused with the known ones")
    func choices() throws {
        let kinds = ChoiceList<Int>([(1, "urban", "شهری", "Urban"), (2, "rural", "روستایی", "Rural")])
            .accepting("پیشخوان", as: 1)
        for (text, expected) in [("urban", 1), ("شهري", 1), ("RURAL", 2), ("روستائی", 2), ("پیش‌خوان", 1)] {
            #expect(try read(text) { cell throws(Fault) in try kinds.value(of: cell) } == expected)
        }
        #expect(throws: Fault(.choiceUnknown, "شهری، روستایی", "Urban, Rural")) {
            try read("شهر") { cell throws(Fault) in try kinds.value(of: cell) }
        }
    }

    @Test("a text cell is limited in characters, not in bytes")
    func texts() throws {
        #expect(try read("رشت") { cell throws(Fault) in try cell.text(maximum: 3) }?.isEmpty == false)
        #expect(fault(of: "رشتی") { cell throws(Fault) in try cell.text(maximum: 3) } == .textTooLong)
    }
}
