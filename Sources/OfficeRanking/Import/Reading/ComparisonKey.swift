/// The spelling by which names of places, titles of columns and choices are compared. It ignores spaces, underscores,
/// non-joiners, Latin capitals, the seats of hamza, and the difference of ۀ and ة from ه; آ is kept.
enum ComparisonKey {
    /// Writes the key of a normalised text and returns its length.
    /// - Parameter target: memory of at least the source's size.
    static func make(
        of source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var count = 0
        UTF8Scalar.forEach(in: source) { scalar in
            guard let folded = fold(scalar.value) else { return }
            if folded == scalar.value {
                scalar.write(to: target + count)
                count += scalar.length
            } else if folded < 0x80 {
                target[count] = UInt8(folded)
                count += 1
            } else {
                target[count] = UInt8(0xC0 | folded >> 6)
                target[count + 1] = UInt8(0x80 | folded & 63)
                count += 2
            }
        }
        return count
    }

    /// The key of any text, normalised or not.
    static func make(of text: String) -> String {
        TextNormalizer.converted(TextNormalizer.normalize(text), by: make)
    }

    /// Nil for a character that the key leaves out.
    @inline(__always)
    private static func fold(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x20, 0x5F, 0x200C, 0x200D: nil
        case 0x41...0x5A: value | 0x20
        case 0x623, 0x625, 0x671: 0x627
        case 0x624: 0x648
        case 0x626: 0x6CC
        case 0x629, 0x6C0, 0x6D5: 0x647
        default: value
        }
    }
}
