/// An empty body.
struct Nothing: WriteBody {
    static let form = BodyForm<Nothing>(Nothing.init)
}

/// The reason, for the record.
struct Reason: WriteBody {
    let reason: String

    static let form = BodyForm(Self.init, Member.text("reason"))
}

/// An optional reason.
struct PossibleReason: WriteBody {
    let reason: String?

    static let form = BodyForm(Self.init, Member.text("reason").optional)
}
