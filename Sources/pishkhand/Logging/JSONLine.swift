import Foundation
import Logging

/// One flat JSON object on one line, its members in the order in which they were added.
struct JSONLine {
    private var text: [UInt8] = []

    init() {
        text.reserveCapacity(512)
        text.append(UInt8(ascii: "{"))
    }

    mutating func add(_ key: String, _ value: String) {
        begin(key)
        write(value)
    }

    /// Whole numbers stay numbers; everything else is its text.
    mutating func add(_ key: String, _ value: Logger.Metadata.Value) {
        if case .stringConvertible(let number) = value, number is any BinaryInteger {
            begin(key)
            text += number.description.utf8
        } else {
            add(key, value.description)
        }
    }

    /// Ends the object and its line.
    mutating func end() -> Data {
        text += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
        return Data(text)
    }

    private mutating func begin(_ key: String) {
        if text.count > 1 { text.append(UInt8(ascii: ",")) }
        write(key)
        text.append(UInt8(ascii: ":"))
    }

    /// Byte by byte: every request writes a line, and by Unicode scalars it costs ten times as much.
    private mutating func write(_ string: String) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                text.append(UInt8(ascii: "\\"))
                text.append(byte)
            case ..<0x20:
                let hex = String(byte, radix: 16)
                text += "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
