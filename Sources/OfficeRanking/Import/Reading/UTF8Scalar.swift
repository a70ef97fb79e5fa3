/// One character of UTF-8 with its own bytes. Bytes that are not UTF-8 come one by one, unchanged, with a value that no
/// character has.
struct UTF8Scalar {
    let value: UInt32
    let length: Int
    private let start: UnsafePointer<UInt8>

    /// - Parameter start: before `end`.
    @inline(__always)
    init(at start: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) {
        self.start = start
        let left = end - start
        let lead = UInt32(start.pointee)
        switch lead {
        case 0..<0x80: (value, length) = (lead, 1)
        case 0xC2..<0xE0 where left > 1: (value, length) = ((lead & 31) << 6 | Self.tail(start, 1), 2)
        case 0xE0..<0xF0 where left > 2:
            (value, length) = ((lead & 15) << 12 | Self.tail(start, 1) << 6 | Self.tail(start, 2), 3)
        case 0xF0..<0xF5 where left > 3: (value, length) = (0x10000, 4)
        default: (value, length) = (UInt32.max, 1)
        }
    }

    /// Calls the body with each character of the bytes.
    @inline(__always)
    static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (UTF8Scalar) -> Void) {
        guard var position = bytes.baseAddress else { return }
        let end = position + bytes.count
        while position < end {
            let scalar = UTF8Scalar(at: position, before: end)
            body(scalar)
            position += scalar.length
        }
    }

    @inline(__always)
    func write(to target: UnsafeMutablePointer<UInt8>) {
        for index in 0..<length { target[index] = start[index] }
    }

    @inline(__always)
    private static func tail(_ start: UnsafePointer<UInt8>, _ index: Int) -> UInt32 {
        UInt32(start[index] & 63)
    }
}
