/// Reads scalars as values of the domain.
extension Field {
    /// Text for people: white space collapsed, Arabic ي and ك written as Persian ی and ک.
    func text() -> String? {
        guard let raw = scalar() else { return nil }
        let text = TextRules.normalized(raw)
        if text.isEmpty {
            refuse(.emptyText)
        } else if text.unicodeScalars.count > TextRules.longest {
            refuse(.textTooLong(limit: TextRules.longest))
        } else if text.unicodeScalars.contains(where: TextRules.isRefused) {
            refuse(.badText)
        } else {
            return text
        }
        return nil
    }

    func localizedText() -> LocalizedText? {
        guard let map = mapping(required: ["fa", "en"]) else { return nil }
        let (persian, english) = (map["fa"]?.text(), map["en"]?.text())
        guard let persian, let english else { return nil }
        return LocalizedText(persian: persian, english: english)
    }

    /// A lower-case letter, then letters, digits and the separator; at most 63 characters.
    func code(separator: Character = "_") -> String? {
        guard let text = scalar() else { return nil }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let isCode =
            text.utf8.count <= 63 && text.utf8.first.map(letters.contains) == true
            && text.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == separator.asciiValue }
        if !isCode { refuse(.badCode(Self.excerpt(text), separator: separator)) }
        return isCode ? text : nil
    }

    /// A number with at most that many places, times 10^places.
    func decimal(places: Int, in range: ClosedRange<Int64>) -> Int64? {
        guard let text = scalar() else { return nil }
        do {
            let number = try DecimalText.read(text, places: places)
            if range.contains(number) { return number }
            refuse(outOfRange(range, places))
        } catch {
            switch error {
            case .notANumber: refuse(.notANumber(Self.excerpt(text)))
            case .tooManyPlaces: refuse(.tooManyPlaces(limit: places))
            case .tooLarge: refuse(outOfRange(range, places))
            }
        }
        return nil
    }

    func whole(_ range: ClosedRange<Int64>) -> Int64? {
        decimal(places: 0, in: range)
    }

    func points(_ range: ClosedRange<Int64> = SchemeLimits.points) -> Points? {
        decimal(places: 3, in: range).map(Points.init(rawValue:))
    }

    func percent() -> Percent? {
        whole(0...100).flatMap { Percent(rawValue: Int($0)) }
    }

    func yesOrNo() -> Bool? {
        guard let text = scalar() else { return nil }
        switch text {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            refuse(.notYesOrNo(Self.excerpt(text)))
            return nil
        }
    }

    /// One of the words of a closed list.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> Word? {
        guard let text = scalar() else { return nil }
        if let word = Word(rawValue: text) { return word }
        refuse(.unknownWord(Self.excerpt(text), known: Word.allCases.map(\.rawValue)))
        return nil
    }

    func halfYear() -> HalfYear? {
        guard let text = scalar() else { return nil }
        if let halfYear = HalfYear(text) { return halfYear }
        refuse(.notAHalfYear(Self.excerpt(text)))
        return nil
    }

    /// A list of office kinds without repetition, in the order of `OfficeKind.allCases`.
    func kinds() -> [OfficeKind]? {
        guard let items = items(), !items.isEmpty else { return nil }
        var kinds: Set<OfficeKind> = []
        var isWhole = true
        for item in items {
            guard let text = item.scalar() else { return nil }
            if let kind = OfficeKind(rawValue: text) {
                if !kinds.insert(kind).inserted { item.refuse(.repeatedCode(text)) }
            } else {
                item.refuse(.unknownKind(Self.excerpt(text)))
                isWhole = false
            }
        }
        return isWhole ? OfficeKind.allCases.filter(kinds.contains) : nil
    }

    /// `{days: n}` or `{months: n}`.
    func calendarSpan() -> CalendarSpan? {
        guard let map = mapping(required: [], optional: ["days", "months"]),
            let (key, value) = map.exactlyOne(of: ["days", "months"])
        else { return nil }
        return key == "days"
            ? value.whole(SchemeLimits.days).map { .days(Int($0)) }
            : value.whole(SchemeLimits.months).map { .months(Int($0)) }
    }

    private func outOfRange(_ range: ClosedRange<Int64>, _ places: Int) -> FaultReason {
        .outOfRange(
            least: DecimalText.write(range.lowerBound, places: places),
            most: DecimalText.write(range.upperBound, places: places))
    }
}

/// Limits of the numbers of a scheme. They keep every sum within 64 bits and, with `OverflowCheck`, every product
/// within 128.
enum SchemeLimits {
    /// The size of a scheme file in bytes.
    static let fileSize = 1_048_576
    /// In thousandths: up to a million points, either sign, so that they fit the 32 bits of the database.
    static let points: ClosedRange<Int64> = -1_000_000_000...1_000_000_000
    /// One bit a criterion, of 63.
    static let criteria = 63
    static let replyDays: ClosedRange<Int64> = 1...365
    static let unchangedWithin: ClosedRange<Int64> = 1...100
    /// How many items of evidence a value may have.
    static let evidence: ClosedRange<Int64> = 1...20
    static let usualEvidence: Int64 = 5
    static let appealDays: ClosedRange<Int64> = 1...365
    /// A criterion that only takes points off has the maximum 0.
    static let maxima: ClosedRange<Int64> = 0...points.upperBound
    static let penaltyPoints: ClosedRange<Int64> = 1...points.upperBound
    /// In the criterion's integer unit.
    static let values: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000
    static let valuePlaces: ClosedRange<Int64> = 0...9
    /// Decimal places of the survey's own scale.
    static let surveyPlaces = 3
    /// A reference has up to nine decimal places and is at most 10^9.
    static let referencePlaces = 9
    static let references: ClosedRange<Int64> = -1_000_000_000_000_000_000...1_000_000_000_000_000_000
    static let respondents: ClosedRange<Int64> = 0...1_000_000_000
    static let weights: ClosedRange<Int64> = 1...1_000_000_000
    static let versions: ClosedRange<Int64> = 1...1_000_000
    static let days: ClosedRange<Int64> = 1...36_500
    static let months: ClosedRange<Int64> = 1...1_200
}
