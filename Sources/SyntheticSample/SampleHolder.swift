/// A licence holder that does not exist: its ids begin with 99 and many zeros, their check digits are right.
struct SampleHolder {
    let number: Int
    let isLegalPerson: Bool

    var name: String {
        guard isLegalPerson else { return "فرد آزمایشی \(number) (ساختگی)" }
        switch number % 7 {
        case 0: return "شرکت آزمایشی خدمات الکترونیک \(number), گیلان (ساختگی)"
        case 2: return "شرکت آزمایشی\nدفتر نوین \(number) (ساختگی)"
        case 3: return "شرکت آزمایشی \"پیک کاسپین \(number)\" (ساختگی)"
        default: return "شرکت آزمایشی یکتا‌کار \(number) (ساختگی)"
        }
    }

    var nationalID: String {
        isLegalPerson ? Self.legalID(number) : Self.nationalCode(number)
    }

    /// Ten digits and a check digit: each digit plus (the tenth plus 2), weighted 29, 27, 23, 19, 17, modulo 11.
    private static func legalID(_ number: Int) -> String {
        let digits = SampleNumber.digits(SampleNumber.padded(9_900_000_000 + number, to: 10))
        let weights = [29, 27, 23, 19, 17]
        let sum = digits.indices.reduce(0) { $0 + (digits[$1] + digits[9] + 2) * weights[$1 % 5] }
        return digits.map(String.init).joined() + String(sum % 11 % 10)
    }

    /// Nine digits weighted 10…2, and the remainder modulo 11, or 11 minus it from 2 on.
    private static func nationalCode(_ number: Int) -> String {
        let digits = SampleNumber.digits(SampleNumber.padded(990_000_000 + number, to: 9))
        let remainder = digits.indices.reduce(0) { $0 + digits[$1] * (10 - $1) } % 11
        return digits.map(String.init).joined() + String(remainder < 2 ? remainder : 11 - remainder)
    }
}

/// Whole numbers as text.
enum SampleNumber {
    static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// `1234` with two places is `12.34`.
    static func decimal(_ number: Int, places: Int) -> String {
        let text = padded(number, to: places + 1)
        return text.dropLast(places) + "." + text.suffix(places)
    }

    static func digits(_ text: String) -> [Int] {
        text.compactMap(\.wholeNumberValue)
    }
}
