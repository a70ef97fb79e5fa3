/// Splits the text of a cursor at its dots; the last field keeps its own dots. Nil if there are fewer fields.
///
/// It splits bytes, because a combining mark after a dot would hide the dot inside one character.
func cursorFields(_ text: String, _ count: Int) -> [String]? {
    let fields = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: count - 1, omittingEmptySubsequences: false)
    return fields.count == count ? fields.map { String(Substring($0)) } : nil
}

/// A number as a cursor writes it: without a plus sign.
func cursorNumber(_ text: String) -> Int? {
    text.utf8.first == UInt8(ascii: "+") ? nil : Int32(text).map(Int.init)
}
