/// Texts that mean "no value" in a cell: people write a dash, spreadsheets an error.
extension Cell {
    var standsForNothing: Bool {
        isEmpty || bytes.count <= 12 && nothings.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }
}

private let nothings: Set<String> = [
    "-", "--", "---", "–", "—", "−", "ـ", "_", ".", "…", "...", "n/a", "na", "#n/a", "#div/0!", "#value!", "#ref!",
    "#num!",
    "#name?", "#null!", "null", "nil", "none", "nan",
]
