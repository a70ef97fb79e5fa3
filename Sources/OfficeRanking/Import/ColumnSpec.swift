/// A column that a kind of table has.
struct ColumnSpec: Sendable {
    /// The stable name, also accepted as a title: `office_code`.
    let name: String
    /// Accepted titles, the first of them the one that messages use.
    let titles: [String]
    /// The file must have the column.
    let isRequired: Bool
    /// Findings mask the cells, as with national codes.
    let isPersonal: Bool
    /// A cell without a value is no fault.
    let mayBeEmpty: Bool

    /// - Parameter mayBeEmpty: by default, when the column is not required.
    init(name: String, titles: [String], isRequired: Bool, isPersonal: Bool = false, mayBeEmpty: Bool? = nil) {
        self.name = name
        self.titles = titles
        self.isRequired = isRequired
        self.isPersonal = isPersonal
        self.mayBeEmpty = mayBeEmpty ?? !isRequired
    }

    var title: String { titles.first ?? name }
}
