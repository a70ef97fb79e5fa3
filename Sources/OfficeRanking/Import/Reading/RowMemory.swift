/// The memory that a scanner fills row by row; it is freed with its last reference.
final class RowMemory {
    let cells: UnsafeMutablePointer<Cell>
    let columns: Int
    /// The contents of quoted cells, with single quotes instead of doubled ones.
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
