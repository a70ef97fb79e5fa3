/// One character taken from UTF-8 bytes with its own bytes. Bytes that are no UTF-8 come one by one, unchanged, with
/// a value that no character has.
struct UTF8Scalar {
    let value: UInt32
    let length: Int
    private let start: UnsafePointer<UInt8>

    /// Nil when no bytes are left.
    @inline(__always)
    init?(takenFrom bytes: inout Slice<UnsafeBufferPointer<UInt8>>) {
        let left = bytes.count
        guard left > 0, let first = bytes.base.baseAddress?.advanced(by: bytes.startIndex) else { return nil }
        start = first
        let lead = UInt32(first.pointee)
        switch lead {
        case 0..<0x80: (value, length) = (lead, 1)
        case 0xC2..<0xE0 where left > 1: (value, length) = ((lead & 31) << 6 | Self.tail(first, 1), 2)
        case 0xE0..<0xF0 where left > 2:
            (value, length) = ((lead & 15) << 12 | Self.tail(first, 1) << 6 | Self.tail(first, 2), 3)
        case 0xF0..<0xF5 where left > 3: (value, length) = (0x10000, 4)
        default: (value, length) = (UInt32.max, 1)
        }
        bytes = bytes.dropFirst(length)
    }

    @inline(__always)
    func write(to target: UnsafeMutablePointer<UInt8>) {
        for index in 0..<length { target[index] = start[index] }
    }

    @inline(__always)
    private static func tail(_ first: UnsafePointer<UInt8>, _ index: Int) -> UInt32 {
        UInt32(first[index] & 63)
    }
}
