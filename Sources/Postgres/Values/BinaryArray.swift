/// The form in which the server sends the values of a result.
public enum PostgresResultForm: Int32, Sendable {
    /// Can be read as every type.
    case text = 0
    /// Can be read as whole numbers, booleans, texts, dates, bytea, and arrays of them.
    case binary = 1
}

/// Reads an array of one dimension in its binary form: dimensions, has-nulls flag, element type, length, lower bound,
/// then each element after its length (source: `array_send`).
@frozen
@usableFromInline
struct BinaryArrayReader {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline let count: Int
    @usableFromInline var position = 20

    @inlinable
    init(_ bytes: UnsafeRawBufferPointer) throws {
        self.bytes = bytes
        guard bytes.count >= 12 else { throw PostgresDecodingFault("not an array") }
        switch Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)) {
        case 0: count = 0
        case 1 where bytes.count >= 20:
            count = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 12, as: Int32.self)))
        default: throw PostgresDecodingFault("not an array of one dimension")
        }
    }

    /// The next of `count` elements; nil is NULL.
    @inlinable
    mutating func next() throws -> UnsafeRawBufferPointer? {
        guard position + 4 <= bytes.count else { throw PostgresDecodingFault("the array ends too early") }
        let length = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int32.self)))
        position += 4
        guard length >= 0 else { return nil }
        guard position + length <= bytes.count else { throw PostgresDecodingFault("the array ends too early") }
        defer { position += length }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
    }
}
