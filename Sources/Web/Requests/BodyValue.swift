/// A value of a JSON body.
enum BodyValue: Decodable {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([BodyValue])
    case object([String: BodyValue])
    case null
    /// A number with a fraction, or one too large: nothing here asks for it.
    case otherNumber

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([BodyValue].self) {
            self = .list(value)
        } else if let value = try? container.decode([String: BodyValue].self) {
            self = .object(value)
        } else {
            self = .otherNumber
        }
    }

    /// A text of up to 2,000 letters without control characters other than ends of lines and tabs.
    var plainText: String? {
        guard case .text(let text) = self, text.unicodeScalars.count <= 2_000,
            !text.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
            })
        else { return nil }
        return text
    }
}
