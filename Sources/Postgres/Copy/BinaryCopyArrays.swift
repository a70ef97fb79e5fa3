/// PostgreSQL's numbers of element types (`pg_type.oid`); an array over a domain needs the domain's own number.
public enum PostgresTypeID {
    public static let int2: UInt32 = 21
    public static let int4: UInt32 = 23
    public static let int8: UInt32 = 20
    public static let text: UInt32 = 25
}

extension BinaryCopyWriter {
    public mutating func int2Array(
        _ elements: some Collection<Int16?>, elementType: UInt32 = PostgresTypeID.int2
    ) {
        array(elements, elementType, size: { _ in 2 }, append: { $0.append($1) })
    }

    public mutating func int2Array(_ elements: [Int16], elementType: UInt32 = PostgresTypeID.int2) {
        int2Array(elements.lazy.map(Optional.some), elementType: elementType)
    }

    public mutating func int4Array(
        _ elements: some Collection<Int32?>, elementType: UInt32 = PostgresTypeID.int4
    ) {
        array(elements, elementType, size: { _ in 4 }, append: { $0.append($1) })
    }

    public mutating func int4Array(_ elements: [Int32], elementType: UInt32 = PostgresTypeID.int4) {
        int4Array(elements.lazy.map(Optional.some), elementType: elementType)
    }

    public mutating func int8Array(
        _ elements: some Collection<Int64?>, elementType: UInt32 = PostgresTypeID.int8
    ) {
        array(elements, elementType, size: { _ in 8 }, append: { $0.append($1) })
    }

    public mutating func int8Array(_ elements: [Int64], elementType: UInt32 = PostgresTypeID.int8) {
        int8Array(elements.lazy.map(Optional.some), elementType: elementType)
    }

    public mutating func textArray(
        _ elements: some Collection<String?>, elementType: UInt32 = PostgresTypeID.text
    ) {
        array(elements, elementType, size: { $0.utf8.count }, append: { $0.appendText($1) })
    }

    public mutating func textArray(_ elements: [String], elementType: UInt32 = PostgresTypeID.text) {
        textArray(elements.lazy.map(Optional.some), elementType: elementType)
    }

    /// Array: dimensions, has-nulls flag, element type, length, lower bound, elements (source: `array_send`).
    private mutating func array<Element>(
        _ elements: some Collection<Element?>, _ elementType: UInt32,
        size: (Element) -> Int, append: (inout BinaryCopyWriter, Element) -> Void
    ) {
        let isEmpty = elements.isEmpty
        let sizes = elements.reduce(0) { $0 + 4 + ($1.map(size) ?? 0) }
        beginField(bytes: isEmpty ? 12 : 20 + sizes)
        self.append(Int32(isEmpty ? 0 : 1))
        self.append(Int32(elements.contains { $0 == nil } ? 1 : 0))
        self.append(elementType)
        guard !isEmpty else { return }
        self.append(Int32(truncatingIfNeeded: elements.count))
        self.append(Int32(1))
        for element in elements {
            guard let element else {
                self.append(Int32(-1))
                continue
            }
            self.append(Int32(truncatingIfNeeded: size(element)))
            append(&self, element)
        }
    }

    private mutating func appendText(_ value: String) {
        if value.utf8.contains(0) { refuse("row \(rowCount) has a NUL in a text") }
        var value = value
        value.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }
}
