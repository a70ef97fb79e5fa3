/// A value that can be bound to a parameter, in PostgreSQL's text form.
public protocol PostgresEncodable {
    /// nil is NULL.
    var postgresText: String? { get }
    /// How several of these are written as one array; `UInt8` writes bytea, arrays write further dimensions.
    static func postgresArrayText(_ elements: [Self]) -> String
}

/// A value that can be read from PostgreSQL's text form.
public protocol PostgresDecodable {
    /// Reads the text; nil is NULL. Throws `PostgresDecodingFault`.
    init(postgresText: UnsafeRawBufferPointer?) throws
    static func elements(postgresText: UnsafeRawBufferPointer) throws -> [Self]
}

/// Why a text is not a value of the asked type; rows add the column and the place.
public struct PostgresDecodingFault: Error, Sendable {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }
}

extension PostgresEncodable {
    public static func postgresArrayText(_ elements: [Self]) -> String {
        ArrayText.written(elements.map { $0.postgresText.map(ArrayText.quoted) ?? "NULL" })
    }
}

extension PostgresDecodable {
    public static func elements(postgresText: UnsafeRawBufferPointer) throws -> [Self] {
        try ArrayText.read(postgresText) { try Self(postgresText: $0) }
    }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public var postgresText: String? { flatMap(\.postgresText) }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        self = try postgresText.map { try Wrapped(postgresText: $0) }
    }
}

extension Array: PostgresEncodable where Element: PostgresEncodable {
    public var postgresText: String? { Element.postgresArrayText(self) }

    public static func postgresArrayText(_ elements: [Self]) -> String {
        ArrayText.written(elements.map { Element.postgresArrayText($0) })
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        self = try Element.elements(postgresText: presentText(postgresText))
    }
}

extension RawRepresentable where Self: PostgresEncodable, RawValue: PostgresEncodable {
    public var postgresText: String? { rawValue.postgresText }
}

extension RawRepresentable where Self: PostgresDecodable, RawValue: PostgresDecodable {
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        let raw = try RawValue(postgresText: postgresText)
        guard let value = Self(rawValue: raw) else {
            throw PostgresDecodingFault("\(raw) is no \(Self.self)")
        }
        self = value
    }
}

/// Refuses NULL where a value is asked.
func presentText(_ text: UnsafeRawBufferPointer?) throws -> UnsafeRawBufferPointer {
    guard let text else { throw PostgresDecodingFault("NULL where a value is expected") }
    return text
}
