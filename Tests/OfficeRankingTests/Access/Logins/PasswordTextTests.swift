import Testing

@testable import OfficeRanking

@Suite("What a password is")
struct PasswordTextTests {
    @Test(
        "the same password typed on another keyboard is the same: digits, composed letters, ye and kaf",
        arguments: [
            ("رمز من ۱۲۳۴۵۶", "رمز من 123456"), ("رمز من ۱۲۳۴۵۶", "رمز من ١٢٣٤٥٦"),
            ("caf\u{E9} au lait", "cafe\u{301} au lait"),
            ("کیک یزدی", "كيك يزدي"), ("آب و آینه", "ا\u{653}ب و ا\u{653}ینه"),
        ])
    func same(one: String, other: String) {
        #expect(PasswordText(one).text.unicodeScalars.elementsEqual(PasswordText(other).text.unicodeScalars))
    }

    @Test("case and spaces tell passwords apart")
    func different() {
        #expect(PasswordText("A long one").text != PasswordText("a long one").text)
        #expect(PasswordText("a long one").text != PasswordText("a long  one").text)
    }

    @Test(
        "a short, common or monotonous password, or one made of the account's name, is weak",
        arguments: [
            "elevenchars", "passwordpassword", "PasswordPassword", "123456789012", "۱۲۳۴۵۶۷۸۹۰۱۲", "aaaaaaaaaaaaaaaa",
            "abababababababab", "g1.desk.123", "G1.desk12345", "g1.deskg1.desk",
            String(repeating: "abcdefghij", count: 101),
            "", "دفتر پیشخوان",
        ])
    func weak(password: String) async {
        await expectRefusal(.passwordIsWeak) { try PasswordText(password).requireStrength(for: "g1.desk") }
    }

    @Test(
        "twelve letters are enough, and the name may stand in a longer sentence",
        arguments: [
            "twelve lette", "g1.desk opens at eight", goodPassword,
        ])
    func strong(password: String) async throws {
        try PasswordText(password).requireStrength(for: "g1.desk")
    }

    @Test("a password becomes the same key only with the same numbers, the one of RFC 7914")
    func keys() throws {
        // RFC 7914, section 12: scrypt("pleaseletmein", "SodiumChloride", 16384, 8, 1), first 32 bytes.
        let numbers = PasswordNumbers(
            salt: Array("SodiumChloride".utf8), cost: PasswordCost(rounds: 16_384, blockSize: 8, parallelism: 1))
        let key = try numbers.key(of: PasswordText("pleaseletmein"))
        #expect(
            key == [
                0x70, 0x23, 0xBD, 0xCB, 0x3A, 0xFD, 0x73, 0x48, 0x46, 0x1C, 0x06, 0xCD, 0x81, 0xFD, 0x38, 0xEB, 0xFD,
                0xA8,
                0xFB, 0xBA, 0x90, 0x4F, 0x8E, 0x3E, 0xA9, 0xB5, 0x43, 0xF6, 0x54, 0x5D, 0xA1, 0xF2,
            ])
        #expect(PasswordNumbers.fresh(.usual) != PasswordNumbers.fresh(.usual))
    }
}
