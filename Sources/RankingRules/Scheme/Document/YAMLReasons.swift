/// Reasons about the file, its keys and single values, whatever they mean.
extension FaultReason {
    static func malformedYAML(_ problem: String) -> FaultReason {
        FaultReason(
            .malformedYAML, "ساختار YAML پرونده در این جا درست نیست (\(problem)).",
            "the file is not well-formed YAML here: \(problem)")
    }

    static func tooLarge(limit: Int) -> FaultReason {
        FaultReason(
            .tooLarge, "پرونده بیش از اندازه بزرگ است؛ سقف آن \(Digits.persian(String(limit))) بایت است.",
            "the file is too large; at most \(limit) bytes are read")
    }

    static func tooManyNodes(limit: Int) -> FaultReason {
        FaultReason(
            .tooLarge, "پرونده بیش از \(Digits.persian(String(limit))) کلید و مقدار دارد.",
            "the file holds more than \(limit) keys and values")
    }

    static func tooDeep(limit: Int) -> FaultReason {
        FaultReason(
            .tooDeep, "تودرتویی بیش از \(Digits.persian(String(limit))) سطح پذیرفته نیست.",
            "nesting deeper than \(limit) levels is refused")
    }

    static let aliasRefused = FaultReason(
        .aliasRefused, "ارجاع YAML (*) پذیرفته نیست؛ مقدار را کامل بنویسید.",
        "YAML aliases (*) are refused; write the value out")
    static let anchorRefused = FaultReason(
        .anchorRefused, "نشانهٔ YAML (&) پذیرفته نیست؛ مقدار را کامل بنویسید.",
        "YAML anchors (&) are refused; write the value out")
    static let tagRefused = FaultReason(
        .tagRefused, "برچسب نوع YAML (!) پذیرفته نیست؛ آن را بردارید.", "YAML tags (!) are refused; remove the tag")
    static let severalDocuments = FaultReason(
        .severalDocuments, "پرونده بیش از یک سند YAML دارد؛ هر پرونده یک شیوه‌نامه است.",
        "the file holds more than one YAML document; a file is one scheme")
    static let emptyDocument = FaultReason(
        .emptyDocument, "پرونده خالی است.", "the file is empty")

    static func unknownKey(_ key: String, known: [String]) -> FaultReason {
        let list = known.joined(separator: ", ")
        return FaultReason(
            .unknownKey, "کلید «\(key)» شناخته نیست؛ کلیدهای این بخش: \(list).",
            "unknown key \"\(key)\"; the keys of this part are: \(list)")
    }

    static func repeatedKey(_ key: String, firstLine: Int) -> FaultReason {
        FaultReason(
            .repeatedKey, "کلید «\(key)» تکراری است؛ نخستین بار در سطر \(Digits.persian(String(firstLine))) آمده است.",
            "the key \"\(key)\" is repeated; it stands in line \(firstLine) already")
    }

    static func missingKey(_ key: String) -> FaultReason {
        FaultReason(.missingKey, "کلید «\(key)» نوشته نشده است.", "the key \"\(key)\" is missing")
    }

    /// The first twenty of some words, since a file may name thousands.
    static func listed(_ words: [String]) -> String {
        words.prefix(20).joined(separator: ", ") + (words.count > 20 ? ", …" : "")
    }

    static func conflictingKeys(_ keys: [String]) -> FaultReason {
        let list = keys.joined(separator: ", ")
        return FaultReason(
            .conflictingKeys, "از کلیدهای \(list) باید درست یکی نوشته شود.", "exactly one of \(list) must be given")
    }

    static func wrongType(_ expected: ExpectedType) -> FaultReason {
        FaultReason(.wrongType, "این جا باید \(expected.persian) بیاید.", "\(expected.rawValue) is expected here")
    }

    static let emptyList = FaultReason(.emptyList, "این فهرست خالی است.", "this list is empty")
    static let emptyText = FaultReason(.emptyText, "این متن خالی است.", "this text is empty")
    static let badText = FaultReason(
        .badText, "این متن نویسهٔ کنترلی یا نویسهٔ تغییر جهت دارد.",
        "this text holds a control character or a direction override")

    static func textTooLong(limit: Int) -> FaultReason {
        FaultReason(
            .textTooLong, "این متن از \(Digits.persian(String(limit))) نویسه بلندتر است.",
            "this text is longer than \(limit) characters")
    }

    static func notANumber(_ text: String) -> FaultReason {
        FaultReason(
            .notANumber, "«\(text)» عدد نیست؛ عدد با رقم و در صورت نیاز با نقطهٔ اعشار نوشته می‌شود.",
            "\"\(text)\" is not a number; write digits and, where needed, a decimal point")
    }

    static func tooManyPlaces(limit: Int) -> FaultReason {
        limit == 0
            ? FaultReason(.tooManyPlaces, "این جا عدد باید صحیح باشد.", "a whole number is expected here")
            : FaultReason(
                .tooManyPlaces, "این جا حداکثر \(Digits.persian(String(limit))) رقم اعشار پذیرفته است.",
                "at most \(limit) decimal places are accepted here")
    }

    static func outOfRange(least: String, most: String) -> FaultReason {
        FaultReason(
            .outOfRange, "عدد باید از \(PersianNumber.text(least)) تا \(PersianNumber.text(most)) باشد.",
            "the number must lie within \(least)…\(most)")
    }

    static func notYesOrNo(_ text: String) -> FaultReason {
        FaultReason(.notYesOrNo, "«\(text)» پذیرفته نیست؛ yes یا no بنویسید.", "\"\(text)\" is neither yes nor no")
    }

    static func unknownWord(_ text: String, known: [String]) -> FaultReason {
        let list = listed(known)
        return FaultReason(
            .unknownWord, "«\(text)» پذیرفته نیست؛ یکی از این‌ها بنویسید: \(list).",
            "\"\(text)\" is not one of: \(list)")
    }

    static func badCode(_ text: String, separator: Character) -> FaultReason {
        FaultReason(
            .badCode,
            "«\(text)» شناسهٔ درستی نیست؛ شناسه با حرف کوچک لاتین آغاز می‌شود و حرف، رقم و «\(separator)» دارد.",
            "\"\(text)\" is not a code: lower-case letter first, then letters, digits and \"\(separator)\", at most 63")
    }

    static func badIndicatorItem(_ text: String) -> FaultReason {
        FaultReason(
            .badCode, "«\(text)» شمارهٔ نماگر نیست؛ به شکل 1/8 بنویسید.",
            "\"\(text)\" is not a sub-indicator; write it as 1/8")
    }

    static func notAHalfYear(_ text: String) -> FaultReason {
        FaultReason(
            .notAHalfYear, "«\(text)» نیم‌سال نیست؛ به شکل 1400-H1 یا 1400-H2 بنویسید.",
            "\"\(text)\" is not a half-year; write it as 1400-H1 or 1400-H2")
    }
}

/// The expected type of a value in the file.
enum ExpectedType: String {
    case text = "a text"
    case list = "a list"
    case mapping = "a mapping of keys"
    case breakpoint = "a pair [value, points]"

    var persian: String {
        switch self {
        case .text: "یک متن یا عدد"
        case .list: "یک فهرست"
        case .mapping: "مجموعه‌ای از کلیدها"
        case .breakpoint: "یک جفت [مقدار، امتیاز]"
        }
    }
}
