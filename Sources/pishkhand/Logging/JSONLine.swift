import Foundation
import Logging
import RankingRules

/// One flat JSON object on one line, its members in the order in which they were added.
struct JSONLine {
    private var writer = JSONWriter(capacity: 512)

    init() {
        writer.write("{")
    }

    mutating func add(_ key: String, _ value: String) {
        begin(key)
        writer.write(string: value)
    }

    /// Adds a member: whole numbers stay numbers, everything else becomes text.
    mutating func add(_ key: String, _ value: Logger.Metadata.Value) {
        switch value {
        case .string(let text): add(key, text)
        case .stringConvertible(let number) where number is any BinaryInteger:
            begin(key)
            writer.write(number.description)
        default: add(key, value.description)
        }
    }

    /// Ends the object and its line.
    mutating func end() -> Data {
        writer.write("}\n")
        return Data(writer.bytes)
    }

    private mutating func begin(_ key: String) {
        if writer.bytes.count > 1 { writer.write(",") }
        writer.write(string: key)
        writer.write(":")
    }
}
