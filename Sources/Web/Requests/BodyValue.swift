/// A value of a JSON body.
enum BodyValue {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([BodyValue])
    case object([BodyMember])
    case null
    /// A number with a fraction, or one too large: nothing here asks for it.
    case otherNumber

    /// A text of up to 2,000 letters without control characters other than ends of lines and tabs.
    var plainText: String? {
        guard case .text(let text) = self, text.unicodeScalars.count <= 2_000,
            !text.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
            })
        else { return nil }
        return text
    }

    /// The same with something in it that a reader would see.
    var visibleText: String? {
        plainText.flatMap { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : $0 }
    }

    /// Each item read by `parse`; nil where one of them is wrong, or where there are more than that.
    func items<Item>(atMost limit: Int, _ parse: (BodyValue) -> Item?) -> [Item]? {
        guard case .list(let values) = self, values.count <= limit else { return nil }
        let items = values.compactMap(parse)
        return items.count == values.count ? items : nil
    }
}

/// A name in a JSON object with its value. A name may stand there twice.
struct BodyMember {
    let name: String
    let value: BodyValue
}
