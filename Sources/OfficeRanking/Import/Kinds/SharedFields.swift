let officeCodeColumn = ColumnSpec(name: "office_code", titles: ["کد دفتر", "شناسه دفتر", "code"], isRequired: true)

extension Field {
    /// Columns that several kinds of file have.
    static let officeCode = Field("office_code", "کد دفتر", "شناسه دفتر", "code", rule: .code, isRequired: true)
    static let agencyCode = Field("agency_code", "کد دستگاه", "دستگاه", "شناسه دستگاه", rule: .code, isRequired: true)
    static let serviceCode = Field(
        "service_code", "کد خدمت", "شناسه خدمت", "خدمت", rule: .serviceCode, isRequired: true)
    static let effectiveOn = Field("effective_on", "تاریخ اثر", rule: .day, isPast: true)
}
