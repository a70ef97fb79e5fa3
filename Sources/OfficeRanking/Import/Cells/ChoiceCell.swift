import RankingRules

/// A closed list of values of a cell, each with a code and two titles.
struct ChoiceList<Value: Sendable>: Sendable {
    private var values = KeyTable<Value>()
    private var persianTitles: [String] = []
    private var englishTitles: [String] = []

    /// - Parameter choices: a cell may hold the code or either title.
    init(_ choices: [(value: Value, code: String, persian: String, english: String)]) {
        for choice in choices {
            persianTitles.append(choice.persian)
            englishTitles.append(choice.english)
            for title in [choice.code, choice.persian, choice.english] { values.insert(title, choice.value) }
        }
    }

    /// Also accepts other spellings, which messages do not name.
    func accepting(_ titles: String..., as value: Value) -> ChoiceList {
        var list = self
        for title in titles { list.values.insert(title, value) }
        return list
    }

    func value(of cell: Cell) throws(Fault) -> Value? {
        if cell.isEmpty { return nil }
        guard let value = values.value(for: cell) else {
            throw Fault(
                .choiceUnknown, persianTitles.joined(separator: "، "), englishTitles.joined(separator: ", "))
        }
        return value
    }
}

/// Yes and no. Cells are normalised; an empty one is nil.
extension Cell {
    func flag() throws(Fault) -> Bool? {
        if isEmpty { return nil }
        if bytes.count == 1 && (bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "0")) {
            return bytes[0] == UInt8(ascii: "1")
        }
        guard let value = flagWords.value(for: self) else { throw Fault(.flagUnreadable) }
        return value
    }
}

private let flagWords: KeyTable<Bool> = {
    var words = KeyTable<Bool>()
    for word in ["بله", "بلی", "دارد", "yes", "true"] { words.insert(word, true) }
    for word in ["خیر", "ندارد", "no", "false"] { words.insert(word, false) }
    return words
}()
