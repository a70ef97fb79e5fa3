package import RankingRules

/// Numbers in the form of a language.
package enum HumanNumber {
    /// The form of a number's Latin text: `1234.5` → `۱٬۲۳۴٫۵`, or `1,234.5`.
    package static func text(_ latin: String, _ language: Language) -> String {
        if language == .persian { return PersianNumber.text(latin) }
        let isNegative = latin.hasPrefix("-")
        let parts = latin.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let whole = PersianNumber.grouped(parts.first ?? "", separator: ",")
        return (isNegative ? "-" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
    }

    /// A percentage in tenths with its sign.
    package static func percent(tenths: Int, _ language: Language) -> String {
        let sign = tenths < 0 ? "-" : ""
        let latin = "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
        return language == .persian ? PersianNumber.text(latin) + "٪" : latin + "%"
    }
}

/// Jalali days and half-years.
package enum HumanDay {
    /// Persian uses strokes, because numbers between hyphens change their order in a line from right to left.
    package static func text(_ day: Day, _ language: Language) -> String {
        let text = day.jalali
        return language == .persian ? Digits.persian(text.replacing("-", with: "/")) : text
    }

    package static func text(_ halfYear: HalfYear, _ language: Language) -> String {
        guard language == .persian else { return halfYear.description }
        return (halfYear.half == 1 ? "نیمهٔ نخست " : "نیمهٔ دوم ") + Digits.persian(String(halfYear.year))
    }
}
