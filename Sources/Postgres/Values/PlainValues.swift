public import Foundation

extension Bool: PostgresEncodable, PostgresDecodable {
    public var postgresText: String? { self ? "t" : "f" }

    @inlinable
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        let text = try present(postgresText)
        guard text.count == 1, text[0] == UInt8(ascii: "t") || text[0] == UInt8(ascii: "f") else {
            throw PostgresDecodingFault("not a boolean")
        }
        self = text[0] == UInt8(ascii: "t")
    }

    @inlinable
    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        let bytes = try present(postgresBinary)
        guard bytes.count == 1 else { throw PostgresDecodingFault("not a boolean") }
        self = bytes[0] != 0
    }
}

extension PostgresEncodable where Self: FixedWidthInteger {
    public var postgresText: String? { String(self) }
}

extension PostgresDecodable where Self: FixedWidthInteger {
    /// Reads decimal digits with an optional sign, without making a String.
    @inlinable
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        let text = try present(postgresText)
        let isNegative = text.first == UInt8(ascii: "-")
        var value: Self = 0
        guard text.count > (isNegative ? 1 : 0) else { throw PostgresDecodingFault("not an integer") }
        for byte in text.dropFirst(isNegative ? 1 : 0) {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { throw PostgresDecodingFault("not an integer") }
            let (tens, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) =
                isNegative
                ? tens.subtractingReportingOverflow(Self(digit)) : tens.addingReportingOverflow(Self(digit))
            guard !isTooLong, !isTooLarge else { throw PostgresDecodingFault("too large for \(Self.self)") }
            value = sum
        }
        self = value
    }

    /// Reads `smallint`, `integer` and `bigint`.
    @inlinable
    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        let bytes = try present(postgresBinary)
        let value: Int64? =
            switch bytes.count {
            case 2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
            case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
            case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
            default: nil
            }
        guard let value else { throw PostgresDecodingFault("not an integer") }
        guard let number = Self(exactly: value) else { throw PostgresDecodingFault("too large for \(Self.self)") }
        self = number
    }
}

extension Int: PostgresEncodable, PostgresDecodable {}
extension Int16: PostgresEncodable, PostgresDecodable {}
extension Int32: PostgresEncodable, PostgresDecodable {}
extension Int64: PostgresEncodable, PostgresDecodable {}

/// A byte: alone a small integer, in an array bytea.
extension UInt8: PostgresEncodable, PostgresDecodable {
    public static func postgresArrayText(_ elements: [UInt8]) -> String {
        "\\x" + hexText(elements)
    }

    public static func elements(postgresText text: UnsafeRawBufferPointer) throws -> [UInt8] {
        guard text.starts(with: "\\x".utf8), text.count.isMultiple(of: 2) else {
            throw PostgresDecodingFault("not bytea in hex form")
        }
        return try stride(from: 2, to: text.count, by: 2).map { index in
            try hexDigit(text[index]) << 4 | hexDigit(text[index + 1])
        }
    }

    public static func elements(postgresBinary bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
        Array(bytes)
    }
}

extension String: PostgresEncodable, PostgresDecodable {
    public var postgresText: String? { self }

    @inlinable
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        self = String(decoding: try present(postgresText), as: UTF8.self)
    }

    @inlinable
    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        self = String(decoding: try present(postgresBinary), as: UTF8.self)
    }
}

extension UUID: PostgresEncodable, PostgresDecodable {
    public var postgresText: String? { uuidString }

    public init(postgresText: UnsafeRawBufferPointer?) throws {
        guard let value = UUID(uuidString: try String(postgresText: postgresText)) else {
            throw PostgresDecodingFault("not a UUID")
        }
        self = value
    }
}

/// A value stored as JSON text, for `json` and `jsonb` columns.
public struct PostgresJSON<Value> {
    public var value: Value

    public init(_ value: Value) {
        self.value = value
    }
}

extension PostgresJSON: Sendable where Value: Sendable {}

extension PostgresJSON: PostgresEncodable where Value: Encodable {
    /// Keys are sorted, so that equal values have equal texts.
    public var postgresText: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Only a number that is not finite, or an `encode(to:)` that throws, has no JSON. The NUL makes the server
        // refuse it.
        guard let json = try? encoder.encode(value) else { return "\0" }
        return String(decoding: json, as: UTF8.self)
    }
}

extension PostgresJSON: PostgresDecodable where Value: Decodable {
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        let text = try present(postgresText)
        do {
            value = try JSONDecoder().decode(Value.self, from: Data(text))
        } catch {
            throw PostgresDecodingFault("the JSON is no \(Value.self): \(error)")
        }
    }
}

/// Two lower-case hexadecimal digits a byte.
package func hexText(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: bytes.count * 2) { text in
        for (index, byte) in bytes.enumerated() {
            text[index * 2] = digits[Int(byte >> 4)]
            text[index * 2 + 1] = digits[Int(byte & 15)]
        }
        return bytes.count * 2
    }
}

private func hexDigit(_ byte: UInt8) throws -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: throw PostgresDecodingFault("not bytea in hex form")
    }
}
