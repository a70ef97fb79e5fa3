import Foundation

extension JSONEncoder {
    /// For what is frozen by its bytes: keys in snake case and in their alphabetical order.
    static var snakeCase: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
