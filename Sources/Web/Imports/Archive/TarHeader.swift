/// One header of a tar archive: 512 bytes before each member (POSIX.1-1988 ustar, GNU and pax).
struct TarHeader: Equatable {
    static let size = 512

    enum Kind: Equatable {
        case file
        case folder
        /// Records about the next member: its path and size.
        case extended
        /// Records about all members; the needed ones are never global.
        case global
        /// GNU: the path of the next member.
        case longPath
        /// GNU: the target of the next member, a link.
        case longLink
        case other
    }

    let path: [UInt8]
    let kind: Kind
    let byteCount: Int

    /// - Parameter block: the bytes of the header.
    /// - Throws: `ArchiveFault.damaged` when the checksum differs.
    init(_ block: [UInt8]) throws(ArchiveFault) {
        guard block.count == Self.size, Self.octal(block[148..<156]) == Self.checksum(block) else { throw .damaged }
        guard let byteCount = Self.octal(block[124..<136]) else { throw .unsupported }
        self.byteCount = byteCount
        let name = Self.text(block[0..<100])
        // GNU's own format has times where POSIX has the beginning of the path.
        let prefix = block[257..<263].elementsEqual("ustar\0".utf8) ? Self.text(block[345..<500]) : []
        path = prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
        kind = Self.kind(of: block[156], path)
    }

    /// The sum of the bytes, with spaces in place of the checksum.
    private static func checksum(_ block: [UInt8]) -> Int {
        let own = block[148..<156].reduce(0) { $0 + Int($1) }
        return block.reduce(0) { $0 + Int($1) } - own + 8 * Int(UInt8(ascii: " "))
    }

    private static func kind(of letter: UInt8, _ path: [UInt8]) -> Kind {
        switch letter {
        // Before POSIX a folder was a file whose path ends in a slash.
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): path.last == UInt8(ascii: "/") ? .folder : .file
        case UInt8(ascii: "5"): .folder
        case UInt8(ascii: "x"): .extended
        case UInt8(ascii: "g"): .global
        case UInt8(ascii: "L"): .longPath
        case UInt8(ascii: "K"): .longLink
        default: .other
        }
    }

    private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] {
        Array(field.prefix { $0 != 0 })
    }

    /// Reads octal digits between spaces and NULs; nil for anything else, such as GNU's binary numbers of eight
    /// gigabytes.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 & 7) }
    }
}
