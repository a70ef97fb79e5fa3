import Foundation
import Testing

/// A parsed JSON text, read by keys and places; what is missing is a failed expectation.
struct JSON {
    private let value: Any

    init(_ text: String) throws {
        value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    private init(value: Any) {
        self.value = value
    }

    subscript(key: String) -> JSON {
        get throws {
            let object = try #require(value as? [String: Any])
            return JSON(value: try #require(object[key], "no key \(key)"))
        }
    }

    subscript(place: Int) -> JSON {
        get throws {
            let list = try #require(value as? [Any])
            try #require(list.indices.contains(place))
            return JSON(value: list[place])
        }
    }

    var count: Int? { (value as? [Any])?.count }

    var text: String? { value as? String }

    var number: Int? { (value as? NSNumber)?.intValue }

    var flag: Bool? { value as? Bool }

    var isNull: Bool { value is NSNull }
}
