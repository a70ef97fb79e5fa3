internal import CLibpq
internal import Glibc

/// The columns of a result by their names, in a table that is made once for all rows. Of equal names the first one
/// counts.
///
/// Unchecked: the names belong to the result, which owns this table and does not change.
final class ResultColumns: @unchecked Sendable {
    private let columns: [UnsafeRawBufferPointer]
    /// Open addressing: the index of the column whose hash leads to the slot, or -1.
    private var slots: [Int32]
    private let mask: Int

    init(_ result: OpaquePointer) {
        columns = (0..<PQnfields(result)).map { column in
            let name = PQfname(result, column)
            return UnsafeRawBufferPointer(start: name, count: name.map { strlen($0) } ?? 0)
        }
        var size = 4
        while size < columns.count * 2 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        for (column, name) in columns.enumerated() where index(of: name) == nil {
            slots[freeSlot(for: name)] = Int32(column)
        }
    }

    var names: [String] { columns.map { String(decoding: $0, as: UTF8.self) } }

    func index(of name: UnsafeRawBufferPointer) -> Int32? {
        var slot = Self.hash(name) & mask
        while slots[slot] >= 0 {
            let column = columns[Int(slots[slot])]
            if column.count == name.count, column.elementsEqual(name) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func freeSlot(for name: UnsafeRawBufferPointer) -> Int {
        var slot = Self.hash(name) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        return slot
    }

    /// FNV-1a.
    private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
        Int(
            truncatingIfNeeded: name.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
                >> 7)
    }
}
