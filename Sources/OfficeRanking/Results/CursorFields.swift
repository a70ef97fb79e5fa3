/// The fields of a cursor's text, which dots divide; the last one keeps its own dots. Nil when there are fewer.
///
/// The division is by bytes: a mark that joins itself to a dot before it would hide the dot among the letters.
func cursorFields(_ text: String, _ count: Int) -> [String]? {
    let fields = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: count - 1, omittingEmptySubsequences: false)
    return fields.count == count ? fields.map { String(Substring($0)) } : nil
}

/// A number as a cursor writes it: without a plus sign.
func cursorNumber(_ text: String) -> Int? {
    text.utf8.first == UInt8(ascii: "+") ? nil : Int32(text).map(Int.init)
}
