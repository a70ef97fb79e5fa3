import RankingRules

/// Jalali days and half-years. Cells are normalised; an empty one is nil.
extension Cell {
    /// Year, month and day with "/" or "-" between them: `1400/06/31`, `1400-6-31`.
    func day() throws(Fault) -> Day? {
        if isEmpty { return nil }
        guard let parts = dateParts() else { throw dayFault() }
        switch (parts.yearDigits, parts.dayDigits) {
        case (4, 1...2): break
        case (1...2, 4): throw Fault(.dayReversed)
        case (1...2, 1...2): throw Fault(.dayYearTwoDigits)
        default: throw Fault(.dayUnreadable)
        }
        if let date = JalaliDate(year: parts.year, month: parts.month, day: parts.day) { return date.dayNumber }
        if (1900...2100).contains(parts.year) { throw Fault(.dayGregorian) }
        guard JalaliDate.years.contains(parts.year) else {
            throw Fault(
                .dayYearOutOfRange, String(JalaliDate.years.lowerBound), String(JalaliDate.years.upperBound))
        }
        throw Fault(.dayNotInCalendar)
    }

    /// Year and half: `1400-H1`, `1400/2`.
    func halfYear() throws(Fault) -> HalfYear? {
        if isEmpty { return nil }
        guard let value = HalfYear(text) else { throw Fault(.halfYearUnreadable) }
        return value
    }

    private struct DateParts {
        var year = 0
        var month = 0
        var day = 0
        var yearDigits = 0
        var dayDigits = 0
    }

    /// Three numbers of at most four digits (two for the month) with separators; nil for anything else.
    private func dateParts() -> DateParts? {
        var numbers = (0, 0, 0)
        var digits = (0, 0, 0)
        var part = 0
        for byte in bytes {
            if byte &- 0x30 <= 9 {
                let digit = Int(byte &- 0x30)
                switch part {
                case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
                case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
                default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
                }
                guard digits.0 <= 4, digits.1 <= 2, digits.2 <= 4 else { return nil }
            } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
                part += 1
            } else {
                return nil
            }
        }
        guard part == 2, digits.0 > 0, digits.1 > 0, digits.2 > 0 else { return nil }
        return DateParts(
            year: numbers.0, month: numbers.1, day: numbers.2, yearDigits: digits.0, dayDigits: digits.2)
    }

    /// The reason why the cell is no day; slow, so only for wrong cells.
    private func dayFault() -> Fault {
        guard let space = bytes.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }),
            bytes[space...].contains(UInt8(ascii: ":")),
            Cell(bytes: UnsafeBufferPointer(rebasing: bytes[..<space])).dateParts() != nil
        else { return Fault(.dayUnreadable) }
        return Fault(.dayWithTime)
    }
}
