/// An expected column of a kind of table.
struct ColumnSpec: Sendable {
    /// The stable name: `office_code`. The header of a file may use it as a title.
    let name: String
    /// Accepted titles; messages use the first one.
    let titles: [String]
    /// True if the file must have the column.
    let isRequired: Bool
    /// True if findings mask the cells, as with national codes.
    let isPersonal: Bool
    /// True if an empty cell is no fault.
    let mayBeEmpty: Bool

    /// - Parameter mayBeEmpty: if not given, true for a column that is not required.
    init(name: String, titles: [String], isRequired: Bool, isPersonal: Bool = false, mayBeEmpty: Bool? = nil) {
        self.name = name
        self.titles = titles
        self.isRequired = isRequired
        self.isPersonal = isPersonal
        self.mayBeEmpty = mayBeEmpty ?? !isRequired
    }

    var title: String { titles.first ?? name }
}
