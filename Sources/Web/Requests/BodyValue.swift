/// A value of a JSON body.
enum BodyValue {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([BodyValue])
    case object([BodyMember])
    case null
    /// A number with a fraction, or too large a number: no member takes such a value.
    case otherNumber

    /// A text of up to 2,000 letters without control characters other than tabs and line ends.
    var plainText: String? {
        guard case .text(let text) = self, text.unicodeScalars.count <= 2_000,
            !text.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
            })
        else { return nil }
        return text
    }

    /// The same text, if it has a visible character.
    var visibleText: String? {
        plainText.flatMap { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : $0 }
    }

    /// Each item read by `parse`; nil if one of them is wrong, or if there are more than the limit.
    func items<Item>(atMost limit: Int, _ parse: (BodyValue) -> Item?) -> [Item]? {
        guard case .list(let values) = self, values.count <= limit else { return nil }
        let items = values.compactMap(parse)
        return items.count == values.count ? items : nil
    }
}

/// A name in a JSON object with its value. A name may occur twice.
struct BodyMember {
    let name: String
    let value: BodyValue
}
