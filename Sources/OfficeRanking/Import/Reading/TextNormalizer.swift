/// Turns the many spellings of Persian text into one, on UTF-8 bytes.
///
/// Persian and Arabic digits become Latin; ي and ى become ی, ك becomes ک. Tatweel, vowel signs and bidirectional
/// controls are removed. Every kind of space becomes one space, and none is left at the ends. A zero-width non-joiner
/// stays only between letters. The result is never longer than the source, and normalising it again changes nothing.
struct TextNormalizer {
    private var target: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var pending = Gap.none

    private enum Gap {
        case none
        case nonJoiner
        case space
    }

    /// True if the text is printable ASCII with single inner spaces, so that normalising does not change it.
    static func isNormal(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in source {
            if byte < 0x20 || byte >= 0x7F || (byte == 0x20 && previous == 0x20) { return false }
            previous = byte
        }
        return source.isEmpty || previous != 0x20
    }

    /// Writes the normalised text and returns its length.
    /// - Parameter target: memory of at least the source's size.
    static func normalize(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var normalizer = TextNormalizer(target: target)
        UTF8Scalar.forEach(in: source) { normalizer.take($0) }
        return normalizer.count
    }

    static func normalize(_ text: String) -> String {
        converted(text, by: normalize)
    }

    /// Applies a conversion of bytes to a string. The conversion may not add bytes.
    static func converted(
        _ text: String, by convert: (UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Int
    ) -> String {
        let source = Array(text.utf8)
        return String(unsafeUninitializedCapacity: source.count) { target in
            guard let start = target.baseAddress else { return 0 }
            return source.withUnsafeBufferPointer { convert($0, start) }
        }
    }

    private init(target: UnsafeMutablePointer<UInt8>) {
        self.target = target
    }

    @inline(__always)
    private mutating func take(_ scalar: UTF8Scalar) {
        switch scalar.value {
        // Persian letters come first, because most text consists of them
        case 0x621...0x63A, 0x641, 0x642, 0x644...0x648, 0x679...0x6D3:
            write(scalar)
        case 0x00...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            pending = .space
        case 0x21...0x7E:
            write(UInt8(truncatingIfNeeded: scalar.value))
        case 0x660...0x669, 0x6F0...0x6F9:
            write(0x30 + UInt8(truncatingIfNeeded: scalar.value & 15))
        case 0x649, 0x64A:
            write(0xDB, 0x8C)
        case 0x643:
            write(0xDA, 0xA9)
        case 0x200C:
            if pending == .none { pending = .nonJoiner }
        // Soft hyphen, tatweel, vowel signs, zero-width space, bidirectional controls, word joiner, byte order mark
        case 0xAD, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060,
            0x2066...0x2069, 0xFEFF:
            break
        default:
            write(scalar)
        }
    }

    @inline(__always)
    private mutating func write(_ scalar: UTF8Scalar) {
        writeGap()
        scalar.write(to: target + count)
        count += scalar.length
    }

    @inline(__always)
    private mutating func write(_ byte: UInt8) {
        writeGap()
        target[count] = byte
        count += 1
    }

    @inline(__always)
    private mutating func write(_ first: UInt8, _ second: UInt8) {
        writeGap()
        target[count] = first
        target[count + 1] = second
        count += 2
    }

    @inline(__always)
    private mutating func writeGap() {
        guard pending != .none else { return }
        if count > 0 {
            if pending == .space {
                target[count] = 0x20
                count += 1
            } else {
                (target[count], target[count + 1], target[count + 2]) = (0xE2, 0x80, 0x8C)
                count += 3
            }
        }
        pending = .none
    }
}
