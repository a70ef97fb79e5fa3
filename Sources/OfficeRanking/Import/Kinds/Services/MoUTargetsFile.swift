extension FileKind {
    /// The targets of an agency's memorandum for a sub-indicator and a year. An empty target takes a known one back.
    static let mouTargets = FileKind(
        "هدف‌های تفاهم‌نامه", "MoU targets", stems: ["mou_targets", "هدف‌ها", "اهداف تفاهم‌نامه"], family: .services,
        landing: "staging.mou_target_row",
        fields: [
            .agencyCode,
            Field("sub_indicator", "نماگر", "شاخص/نماگر", rule: .subIndicator, isRequired: true),
            Field("year", "سال", rule: .wholeNumber(1380...1500), isRequired: true),
            Field("first_year", "از سال", "سال مبنا", rule: .wholeNumber(1380...1500), notAfter: "year"),
            Field(
                "target", "هدف", "هدف تفاهم‌نامه", rule: .wholeNumber(0...100_000), isRequired: true, mayBeEmpty: true),
            Field("mou_number", "شماره تفاهم‌نامه", rule: .text(maximum: 60)),
        ])
}
