import Foundation

extension JSONEncoder {
    /// An encoder for documents that are frozen by their bytes: keys in snake case and in alphabetical order.
    static var snakeCase: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
