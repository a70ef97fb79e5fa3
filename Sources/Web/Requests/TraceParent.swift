/// The header `traceparent` of a request, as W3C Trace Context writes it; malformed ones are ignored, as it demands.
enum TraceParent {
    /// The header if it is well formed: version, trace of 16 bytes, parent of 8 bytes, flags, in lower-case
    /// hexadecimal. A later version may add fields after a hyphen.
    static func valid(_ header: String) -> String? {
        guard header.utf8.count <= 200 else { return nil }
        let parts = header.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0] != "ff", zip(parts, [2, 32, 16, 2]).allSatisfy(isHexadecimal),
            isNotZero(parts[1]), isNotZero(parts[2]), parts.count == 4 || parts[0] != "00",
            parts.dropFirst(4).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } })
        else { return nil }
        return header
    }

    private static func isHexadecimal(_ part: Substring, _ length: Int) -> Bool {
        part.utf8.count == length
            && part.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    private static func isNotZero(_ part: Substring) -> Bool {
        part.contains { $0 != "0" }
    }
}
