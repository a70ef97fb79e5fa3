import OfficeRanking
import Postgres
import Testing

/// Four eyes are two persons: letters that look alike must not make two of one.
@Suite("Who is the same person")
struct PersonNameTests {
    @Test("names that differ in letter forms, accents, case or spaces are of the same person")
    func same() async throws {
        let pairs = [
            ("علی کریمی", "علي  كريمي"), ("علی محمدی", "علی\u{200C}محمدی"), ("آرش", "ارش"), ("رؤیا", "رویا"),
            ("نامهٔ", "نامە"), ("Jose", "José"), ("sara", "ＳＡＲＡ"), ("Sara Karimi", "sara-karimi"),
        ]
        try await Fixture.with { fixture in
            for (number, (one, other)) in pairs.enumerated() {
                try await make(fixture, "one\(number)", one)
                try await make(fixture, "other\(number)", other)
                let persons = try await fixture.number(
                    """
                    select count(distinct person_id) from registry.account
                    where name in (\("one\(number)"), \("other\(number)"))
                    """)
                #expect(persons == 1, "\(one) \(other)")
            }
        }
    }

    @Test("a name that mixes alphabets, or is written in another one than Persian or Latin, is refused")
    func refused() async throws {
        let names = [
            "s\u{0430}ra", "\u{0441}\u{0430}\u{0441}\u{0430}", "aliعلی", "sαra", "al\u{0131}", "s\u{0251}ra",
            "علی\u{0679}", "ali\u{200B}", "ali\u{202E}", "ali\u{FEFF}", "阿里",
        ]
        try await Fixture.with { fixture in
            for person in names {
                await expectRefusal(.constraintViolated("person_is_of_one_alphabet")) {
                    try await make(fixture, "one", person)
                }
            }
            try await make(fixture, "one", "سارا")
        }
    }

    private func make(_ fixture: Fixture, _ name: String, _ person: String) async throws {
        try await fixture.ranking.makeAccount(name: name, person: person, role: "auditor")
    }
}
