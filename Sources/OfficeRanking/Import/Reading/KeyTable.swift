/// Values by comparison key. The bytes of a cell are looked up without making a string.
struct KeyTable<Value> {
    private var keys: [[UInt8]] = []
    private var values: [Value] = []
    /// Positions in `keys` plus one; 0 is a free slot. The count is a power of two and at least twice that of keys.
    private var slots = [Int32](repeating: 0, count: 16)

    var isEmpty: Bool { values.isEmpty }

    /// Adds a value; if the key is there already, keeps the earlier value and returns false.
    @discardableResult
    mutating func insert(_ title: String, _ value: Value) -> Bool {
        let key = Array(ComparisonKey.make(of: title).utf8)
        let slot = key.withUnsafeBufferPointer { self.slot(of: $0) }
        guard slots[slot] == 0 else { return false }
        keys.append(key)
        values.append(value)
        slots[slot] = Int32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return true
    }

    /// - Parameter cell: a normalised cell.
    func value(for cell: Cell) -> Value? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(cell.bytes.count, 1)) { room in
            guard let start = room.baseAddress else { return nil }
            let count = ComparisonKey.make(of: cell.bytes, into: start)
            let position = slots[slot(of: UnsafeBufferPointer(start: start, count: count))]
            return position == 0 ? nil : values[Int(position) - 1]
        }
    }

    func value(for title: String) -> Value? {
        Array(TextNormalizer.normalize(title).utf8).withUnsafeBufferPointer { value(for: Cell(bytes: $0)) }
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (index, key) in keys.enumerated() {
            let slot = key.withUnsafeBufferPointer { self.slot(of: $0) }
            slots[slot] = Int32(index + 1)
        }
    }

    /// The slot that holds the key, or the free one where it belongs.
    private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
        // FNV-1a, 64 bits
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot] != 0, !keys[Int(slots[slot]) - 1].elementsEqual(key) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}

extension KeyTable: Sendable where Value: Sendable {}
