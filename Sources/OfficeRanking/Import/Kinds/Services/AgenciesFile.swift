extension FileKind {
    static let agencies = FileKind(
        "دستگاه‌ها", "agencies", stems: ["agencies", "دستگاه‌ها"], family: .services, landing: "staging.agency_row",
        unknownCode: .agencyUnknown,
        fields: [
            Field("code", "کد دستگاه", "شناسه دستگاه", "agency_code", rule: .code, isRequired: true),
            Field("title", "نام دستگاه", "عنوان دستگاه", "عنوان", rule: .text(maximum: 500), isRequired: true),
            .effectiveOn,
        ])
}
