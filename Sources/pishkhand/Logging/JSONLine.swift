import Foundation
import Logging

/// One flat JSON object on one line, its members in the order in which they were added.
struct JSONLine {
    private var text = "{"

    var bytes: Data { Data((text + "}\n").utf8) }

    mutating func add(_ key: String, _ value: String) {
        begin(key)
        write(value)
    }

    /// Whole numbers stay numbers; everything else is its text.
    mutating func add(_ key: String, _ value: Logger.Metadata.Value) {
        if case .stringConvertible(let number) = value, number is any BinaryInteger {
            begin(key)
            text += number.description
        } else {
            add(key, value.description)
        }
    }

    private mutating func begin(_ key: String) {
        if text.utf8.count > 1 { text += "," }
        write(key)
        text += ":"
    }

    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                text += "\\"
                text.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
