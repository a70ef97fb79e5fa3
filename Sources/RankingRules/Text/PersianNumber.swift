/// Numbers in the form of Persian prose.
public enum PersianNumber {
    /// The Persian form of a number's Latin text: `1234.5` → `۱٬۲۳۴٫۵`. The minus sign stays in front, in reading
    /// order.
    public static func text(_ latin: String) -> String {
        let isNegative = latin.hasPrefix("-")
        let parts = latin.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let whole = Digits.persian(grouped(parts.first ?? "", separator: "٬"))
        let decimals = parts.count > 1 ? "٫" + Digits.persian(parts[1]) : ""
        return (isNegative ? "\u{200E}−" : "") + whole + decimals
    }

    /// `1234567` → `1,234,567`.
    public static func grouped(_ digits: Substring, separator: Character) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(separator) }
            text.append(digit)
        }
        return text
    }
}
