/// A body that says nothing.
struct Nothing: WriteBody {
    static let form = BodyForm<Nothing>(Nothing.init)
}

/// Why, for the record.
struct Reason: WriteBody {
    let reason: String

    static let form = BodyForm(Self.init, Member.text("reason"))
}

/// Why, where nobody has to say it.
struct PossibleReason: WriteBody {
    let reason: String?

    static let form = BodyForm(Self.init, Member.text("reason").optional)
}
