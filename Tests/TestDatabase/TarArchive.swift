/// A tar archive made member by member, also as no tar would make it.
public struct TarArchive {
    public private(set) var bytes: [UInt8] = []

    /// Files with their texts.
    public init(_ files: [(path: String, text: String)] = []) {
        for file in files { add(file.path, file.text) }
    }

    public mutating func add(_ path: String, _ text: String = "", letter: Character = "0") {
        add(Array(path.utf8), Array(text.utf8), letter: letter)
    }

    public mutating func add(_ path: [UInt8], _ content: [UInt8], letter: Character = "0") {
        bytes += Self.header(path, content.count, letter) + content
        bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// With the two blocks that end it.
    public var ended: [UInt8] { bytes + [UInt8](repeating: 0, count: 1_024) }

    public var text: String { String(decoding: ended, as: UTF8.self) }

    private static func header(_ path: [UInt8], _ count: Int, _ letter: Character) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ bytes: some Collection<UInt8>, at place: Int) {
            block.replaceSubrange(place..<place + bytes.count, with: bytes)
        }
        put(path.prefix(100), at: 0)
        put("0000644\0".utf8, at: 100)
        let octal = String(count, radix: 8)
        put((String(repeating: "0", count: 11 - octal.count) + octal + "\0").utf8, at: 124)
        put([letter.asciiValue ?? 0], at: 156)
        put("ustar\u{0}00".utf8, at: 257)
        put("        ".utf8, at: 148)
        let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
        put((String(repeating: "0", count: 6 - sum.count) + sum + "\0 ").utf8, at: 148)
        return block
    }
}
