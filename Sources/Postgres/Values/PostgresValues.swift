/// A value that can be bound to a parameter, in PostgreSQL's text form.
public protocol PostgresEncodable {
    /// nil is NULL.
    var postgresText: String? { get }
    /// Writes several of these as one array; `UInt8` writes bytea, and arrays write further dimensions.
    static func postgresArrayText(_ elements: [Self]) -> String
}

/// A value that can be read from PostgreSQL's text form, and some types also from the binary one.
///
/// Readers are inlinable: otherwise every cell that another module reads goes through code that is not specialised,
/// which took a tenth of the time of a page.
public protocol PostgresDecodable {
    /// Reads the text; nil is NULL. Throws `PostgresDecodingFault`.
    init(postgresText: UnsafeRawBufferPointer?) throws
    static func elements(postgresText: UnsafeRawBufferPointer) throws -> [Self]

    /// Reads what the type's `send` function writes; nil is NULL.
    init(postgresBinary: UnsafeRawBufferPointer?) throws
    static func elements(postgresBinary: UnsafeRawBufferPointer) throws -> [Self]
}

/// The reason why a text is not a value of the requested type; rows add the column and the location.
public struct PostgresDecodingFault: Error, Sendable {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    @usableFromInline static var isNull: Self { Self("NULL where a value is expected") }
}

extension PostgresEncodable {
    public static func postgresArrayText(_ elements: [Self]) -> String {
        ArrayText.written(elements.map { $0.postgresText.map(ArrayText.quoted) ?? "NULL" })
    }
}

extension PostgresDecodable {
    @inlinable
    public static func elements(postgresText: UnsafeRawBufferPointer) throws -> [Self] {
        try ArrayText.read(postgresText) { try Self(postgresText: $0) }
    }

    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        throw PostgresDecodingFault("\(Self.self) is read from text only")
    }

    @inlinable
    public static func elements(postgresBinary: UnsafeRawBufferPointer) throws -> [Self] {
        var reader = try BinaryArrayReader(postgresBinary)
        return try (0..<reader.count).map { _ in try Self(postgresBinary: reader.next()) }
    }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public var postgresText: String? { flatMap(\.postgresText) }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    @inlinable
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        self = if let postgresText { try Wrapped(postgresText: postgresText) } else { nil }
    }

    @inlinable
    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        self = if let postgresBinary { try Wrapped(postgresBinary: postgresBinary) } else { nil }
    }
}

extension Array: PostgresEncodable where Element: PostgresEncodable {
    public var postgresText: String? { Element.postgresArrayText(self) }

    public static func postgresArrayText(_ elements: [Self]) -> String {
        ArrayText.written(elements.map { Element.postgresArrayText($0) })
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    @inlinable
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        self = try Element.elements(postgresText: present(postgresText))
    }

    @inlinable
    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        self = try Element.elements(postgresBinary: present(postgresBinary))
    }
}

extension RawRepresentable where Self: PostgresEncodable, RawValue: PostgresEncodable {
    public var postgresText: String? { rawValue.postgresText }
}

extension RawRepresentable where Self: PostgresDecodable, RawValue: PostgresDecodable {
    @inlinable
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        self = try Self.value(of: RawValue(postgresText: postgresText))
    }

    @inlinable
    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        self = try Self.value(of: RawValue(postgresBinary: postgresBinary))
    }

    @inlinable
    static func value(of raw: RawValue) throws -> Self {
        guard let value = Self(rawValue: raw) else { throw PostgresDecodingFault("\(raw) is no \(Self.self)") }
        return value
    }
}

/// Refuses NULL if a value is required.
@inlinable
func present(_ bytes: UnsafeRawBufferPointer?) throws -> UnsafeRawBufferPointer {
    guard let bytes else { throw PostgresDecodingFault.isNull }
    return bytes
}
