/// The memory that a scanner fills row by row, given back with its last reference.
final class RowMemory {
    let cells: UnsafeMutablePointer<Cell>
    let columns: Int
    /// Quoted cells without their doubled quotes.
    let unquoted: UnsafeMutablePointer<UInt8>
    let unquotedCapacity: Int
    let plainClasses = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    let quotedClasses = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)

    init(limits: ReadingLimits) {
        columns = limits.columns
        cells = .allocate(capacity: columns)
        unquotedCapacity = limits.row
        unquoted = .allocate(capacity: unquotedCapacity)
        plainClasses.initialize(from: ByteClasses.plain(delimiter: UInt8(ascii: ",")), count: 256)
        quotedClasses.initialize(from: ByteClasses.quoted(), count: 256)
    }

    deinit {
        cells.deallocate()
        unquoted.deallocate()
        plainClasses.deallocate()
        quotedClasses.deallocate()
    }
}
