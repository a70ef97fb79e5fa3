/// Recognises the kind of a file by its first bytes.
struct FileSignature {
    /// The reason why the file is not CSV text in UTF-8; nil if it is.
    private(set) var fault: Fault?
    /// The length of the byte order mark in bytes.
    private(set) var markLength = 0

    private static let kinds: [(bytes: [UInt8], code: FindingCode)] = [
        (Array("PK".utf8) + [3, 4], .fileIsWorkbook),
        (Array("PK".utf8) + [5, 6], .fileIsWorkbook),
        // Compound File Binary, the container of .xls
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .fileIsWorkbook),
        ([0x1F, 0x8B], .fileIsCompressed),
        (Array("Rar!".utf8), .fileIsCompressed),
        (Array("7z".utf8) + [0xBC, 0xAF], .fileIsCompressed),
        (Array("%PDF".utf8), .fileIsBinary),
        ([0xFF, 0xFE], .fileIsUTF16),
        ([0xFE, 0xFF], .fileIsUTF16),
    ]

    init(_ probe: UnsafeBufferPointer<UInt8>) {
        if probe.starts(with: [0xEF, 0xBB, 0xBF]) { markLength = 3 }
        let text = probe.dropFirst(markLength)
        if let code = Self.kinds.first(where: { probe.starts(with: $0.bytes) })?.code {
            fault = Fault(code)
        } else if text.allSatisfy({ $0 <= 0x20 && $0 >= 0x09 && $0 != 0x0B }) {
            fault = Fault(.fileEmpty)
        } else if Self.isUTF16(probe) {
            fault = Fault(.fileIsUTF16)
        } else if Self.isBinary(text) {
            fault = Fault(.fileIsBinary)
        } else if Self.isMarkup(text) {
            fault = Fault(.fileIsMarkup)
        }
    }

    /// Persian and Latin text in UTF-16 has a high byte of 0 or 6 in nearly every second place.
    private static func isUTF16(_ probe: UnsafeBufferPointer<UInt8>) -> Bool {
        var high = (even: 0, odd: 0)
        for (index, byte) in probe.enumerated() where byte == 0 || byte == 6 {
            if index.isMultiple(of: 2) { high.even += 1 } else { high.odd += 1 }
        }
        let places = probe.count / 2
        guard places > 0, high.even != high.odd else { return false }
        return max(high.even, high.odd) * 10 >= places * 9 && min(high.even, high.odd) * 10 <= places
    }

    /// One NUL is enough. Other control characters count only in numbers, because one may be a typing error.
    private static func isBinary(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let controls = text.count { ($0 < 0x09) || ($0 > 0x0D && $0 < 0x20) }
        return text.contains(0) || controls * 64 > text.count
    }

    /// Some systems export a web page as a file with the name of a spreadsheet.
    private static func isMarkup(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let start = text.drop { $0 <= 0x20 }.prefix(16).map { $0 | 0x20 }
        return ["<html", "<!doctype", "<?xml", "<table", "<meta"].contains { mark in
            start.starts(with: mark.utf8.map { $0 | 0x20 })
        }
    }
}
