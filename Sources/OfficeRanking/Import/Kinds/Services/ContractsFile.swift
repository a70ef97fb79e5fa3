extension FileKind {
    /// Which office offers which service since when. Contracts come in as found.
    static let contracts = FileKind(
        "قراردادها", "contracts", stems: ["contracts", "قراردادها"], family: .services, landing: "staging.contract_row",
        fields: [
            .officeCode, .serviceCode,
            Field("registered_on", "تاریخ قرارداد", "از تاریخ", rule: .day, isRequired: true, isPast: true),
            Field("ended_on", "تاریخ پایان قرارداد", "تاریخ پایان", rule: .day, notBefore: "registered_on"),
        ])
}
