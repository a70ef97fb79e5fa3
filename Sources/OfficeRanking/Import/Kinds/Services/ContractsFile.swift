extension FileKind {
    /// Contracts: which office offers which service, and since when. They are stored as found.
    static let contracts = FileKind(
        "قراردادها", "contracts", stems: ["contracts", "قراردادها"], family: .services, landing: "staging.contract_row",
        fields: [
            .officeCode, .serviceCode,
            Field("registered_on", "تاریخ قرارداد", "از تاریخ", rule: .day, isRequired: true, isPast: true),
            Field("ended_on", "تاریخ پایان قرارداد", "تاریخ پایان", rule: .day, notBefore: "registered_on"),
        ])
}
