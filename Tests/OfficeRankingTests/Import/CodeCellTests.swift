import Testing

@testable import OfficeRanking

@Suite("Codes and official numbers in cells")
struct CodeCellTests {
    @Test("an office code is any text of letters, digits, «-», «_» and «/»")
    func codes() throws {
        for (text, expected) in [
            ("72-14-101", "72-14-101"), (" ۷۲/گ_۱ ", "72/گ_1"), ("00123", "00123"), ("Gilan", "Gilan"),
        ] {
            #expect(try read(text) { cell throws(Fault) in try cell.code()?.text } == expected)
        }
        for (text, expected) in [
            ("72 14", FindingCode.codeHasSpace), ("الف\u{200C}ب", .codeHasSpace), ("72*14", .codeHasCharacter),
            ("7.2", .codeHasCharacter), ("72،14", .codeHasCharacter), ("1.23E+10", .codeHasExponent),
        ] {
            #expect(fault(of: text) { cell throws(Fault) in try cell.code() } == expected)
        }
    }

    @Test(
        "a placeholder such as «N/A» is no office code",
        arguments: [
            "-", "N/A", "NULL", "0", "_", "--", "—", "۰", "٠", "000", ".", "نامشخص", "ندارد", "فاقد کد",
            "none", "nil", "?", "#N/A", "n.a.", "<null>", "/", "…", "*",
        ])
    func placeholders(text: String) {
        let found: FindingCode? = fault(of: text) { cell throws(Fault) in try cell.code() }
        #expect(found == .codeIsPlaceholder)
    }

    @Test(
        "an office code may contain zeros, signs and placeholder words", arguments: ["0-1", "NA-1", "NULLA", "ندارد1"])
    func codesLikePlaceholders(text: String) {
        let found: FindingCode? = fault(of: text) { cell throws(Fault) in try cell.code() }
        #expect(found == nil)
    }

    @Test("an office code has at most forty characters, whatever their bytes")
    func codeLength() {
        for (count, expected) in [(39, nil), (40, nil), (41, FindingCode.codeTooLong)] {
            for letter in ["1", "ب"] {
                let text = String(repeating: letter, count: count)
                #expect(fault(of: text) { cell throws(Fault) in try cell.code() } == expected)
            }
        }
    }

    @Test("a postal code has ten digits")
    func postalCodes() throws {
        #expect(try read("۴۱۳۳۷۱۵۶۸۹") { cell throws(Fault) in try cell.postalCode()?.text } == "4133715689")
        for text in ["413371568", "41337156890", "41337-15689", "413371568x"] {
            #expect(fault(of: text) { cell throws(Fault) in try cell.postalCode() } == .postalCodeInvalid)
        }
    }

    @Test("a national code has ten digits of which the last checks the others")
    func nationalCodes() {
        for (text, expected) in [
            // The worked example of computerteacher.ir, «الگوریتم تشخیص درستی شماره‌ی ملی»
            ("0932833810", nil), ("۰۹۳۲۸۳۳۸۱۰", nil), ("1111111111", nil),
            ("0932833811", FindingCode.nationalCodeCheckDigit), ("0000000000", .nationalCodeCheckDigit),
            ("932833810", .nationalCodeZerosLost), ("932833811", .nationalCodeInvalid),
            ("12345678901", .nationalCodeInvalid), ("093283381x", .nationalCodeInvalid), ("1", .nationalCodeInvalid),
        ] {
            #expect(fault(of: text) { cell throws(Fault) in try cell.nationalCode() } == expected, "\(text)")
        }
    }

    @Test("the national id of a legal person has eleven digits of which the last checks the others")
    func legalIDs() {
        for (text, expected) in [
            // Check digits computed by an independent program
            ("10380284790", nil), ("10100302746", nil), ("14005893875", nil), ("۱۰۳۸۰۲۸۴۷۹۰", nil),
            ("10380285692", FindingCode.legalIDCheckDigit),
            ("1038028479", .legalIDInvalid), ("1038028479x", .legalIDInvalid),
        ] {
            #expect(fault(of: text) { cell throws(Fault) in try cell.legalID() } == expected, "\(text)")
        }
    }

    @Test("one wrong digit never passes the check of a national code")
    func oneWrongDigit() {
        let code = Array("0932833810")
        for (place, digit) in code.enumerated() {
            for other in "0123456789" where other != digit {
                var wrong = code
                wrong[place] = other
                #expect(
                    fault(of: String(wrong)) { cell throws(Fault) in try cell.nationalCode() }
                        == .nationalCodeCheckDigit)
            }
        }
    }
}
