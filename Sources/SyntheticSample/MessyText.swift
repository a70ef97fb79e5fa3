/// Writes values in the many ways in which people and spreadsheets write them; what they mean stays the same.
struct MessyText {
    private var random: SampleRandom

    /// - Parameter file: a number of its own for each file, so that a change of one leaves the others.
    init(file: Int, row: Int) {
        random = SampleRandom(5, file, row)
    }

    mutating func pick(_ texts: String...) -> String {
        random.pick(texts)
    }

    /// The digits of a text in one script: Latin, Persian or Arabic.
    mutating func digits(_ text: String) -> String {
        let zeros: [UInt32] = [0x30, 0x30, 0x6F0, 0x6F0, 0x660]
        let zero = random.pick(zeros)
        return Self.mapped(text) { (0x30...0x39).contains($0) ? $0 - 0x30 + zero : $0 }
    }

    mutating func number(_ number: Int?) -> String {
        number.map { digits(String($0)) } ?? ""
    }

    /// An integer in units of the last place, with one of three decimal separators.
    mutating func decimal(_ number: Int?, places: Int) -> String {
        guard let number else { return "" }
        var text = SampleNumber.decimal(number, places: places)
        if text.hasSuffix("." + String(repeating: "0", count: places)), random.isOne(in: 2) {
            text.removeLast(places + 1)
        }
        let separator = random.pick([".", ".", "٫", "/"])
        return digits(text.replacing(".", with: separator))
    }

    /// From `1400/06/31`.
    mutating func day(_ text: String) -> String {
        let separator = random.pick(["/", "/", "-"])
        let parts = text.split(separator: "/").map(String.init)
        let isPadded = !random.isOne(in: 3)
        let shown = parts.map { isPadded || $0.first != "0" ? $0 : String($0.dropFirst()) }
        return digits(shown.joined(separator: separator))
    }

    /// Persian letters, or the Arabic ones that old keyboards give; joiners kept, made spaces, or lost.
    mutating func letters(_ text: String) -> String {
        let isArabic = random.isOne(in: 3)
        let joiner = random.pick(["\u{200C}", "\u{200C}", " ", ""])
        let joined = text.replacing("\u{200C}", with: joiner)
        guard isArabic else { return joined }
        return Self.mapped(joined) { $0 == 0x6CC ? 0x64A : $0 == 0x6A9 ? 0x643 : $0 }
    }

    mutating func flag(_ isTrue: Bool) -> String {
        isTrue ? pick("بله", "بلي", "دارد", "1", "۱", "yes") : pick("خیر", "خير", "ندارد", "0", "۰", "no")
    }

    mutating func isOne(in count: Int) -> Bool {
        random.isOne(in: count)
    }

    private static func mapped(_ text: String, _ change: (UInt32) -> UInt32) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(Unicode.Scalar(change(scalar.value)) ?? scalar) }
        return String(scalars)
    }
}
