/// PostgreSQL's numbers of element types (`pg_type.oid`); an array over a domain needs the domain's own number.
public enum PostgresTypeID {
    public static let int2: UInt32 = 21
    public static let int4: UInt32 = 23
    public static let int8: UInt32 = 20
    public static let text: UInt32 = 25
}

/// Arrays of one dimension. They take Swift arrays and not any collection: generic code that another module calls is
/// not specialised, and took more time than the rest of an import.
extension BinaryCopyWriter {
    public mutating func int2Array(_ elements: [Int16?], elementType: UInt32 = PostgresTypeID.int2) {
        integers(elements, elementType)
    }

    public mutating func int2Array(_ elements: [Int16], elementType: UInt32 = PostgresTypeID.int2) {
        integers(elements, elementType)
    }

    public mutating func int4Array(_ elements: [Int32?], elementType: UInt32 = PostgresTypeID.int4) {
        integers(elements, elementType)
    }

    public mutating func int4Array(_ elements: [Int32], elementType: UInt32 = PostgresTypeID.int4) {
        integers(elements, elementType)
    }

    public mutating func int8Array(_ elements: [Int64?], elementType: UInt32 = PostgresTypeID.int8) {
        integers(elements, elementType)
    }

    public mutating func int8Array(_ elements: [Int64], elementType: UInt32 = PostgresTypeID.int8) {
        integers(elements, elementType)
    }

    public mutating func textArray(_ elements: [String?], elementType: UInt32 = PostgresTypeID.text) {
        let nulls = elements.count { $0 == nil }
        let bytes = elements.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        beginArray(of: elementType, count: elements.count, hasNulls: nulls > 0, bytes: bytes)
        for element in elements {
            guard let element else {
                append(Int32(-1))
                continue
            }
            appendElement(element)
        }
    }

    public mutating func textArray(_ elements: [String], elementType: UInt32 = PostgresTypeID.text) {
        let bytes = elements.reduce(0) { $0 + $1.utf8.count }
        beginArray(of: elementType, count: elements.count, hasNulls: false, bytes: bytes)
        for element in elements { appendElement(element) }
    }

    private mutating func integers<Value: FixedWidthInteger>(_ elements: [Value?], _ elementType: UInt32) {
        let size = Value.bitWidth / 8
        let nulls = elements.count { $0 == nil }
        beginArray(
            of: elementType, count: elements.count, hasNulls: nulls > 0, bytes: (elements.count - nulls) * size)
        for element in elements {
            guard let element else {
                append(Int32(-1))
                continue
            }
            append(Int32(size))
            append(element)
        }
    }

    private mutating func integers<Value: FixedWidthInteger>(_ elements: [Value], _ elementType: UInt32) {
        let size = Value.bitWidth / 8
        beginArray(of: elementType, count: elements.count, hasNulls: false, bytes: elements.count * size)
        for element in elements {
            append(Int32(size))
            append(element)
        }
    }

    /// Begins an array: dimensions, has-nulls flag, element type, length, lower bound, elements (source: `array_send`).
    ///
    /// - Parameter bytes: the size of the elements without their lengths.
    private mutating func beginArray(of elementType: UInt32, count: Int, hasNulls: Bool, bytes: Int) {
        beginField(bytes: count == 0 ? 12 : 20 + 4 * count + bytes)
        append(Int32(count == 0 ? 0 : 1))
        append(Int32(hasNulls ? 1 : 0))
        append(elementType)
        guard count > 0 else { return }
        append(Int32(truncatingIfNeeded: count))
        append(Int32(1))
    }

    private mutating func appendElement(_ value: String) {
        if value.utf8.contains(0) { refuse("row \(rowCount) has a NUL in a text") }
        append(Int32(truncatingIfNeeded: value.utf8.count))
        var value = value
        value.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }
}
