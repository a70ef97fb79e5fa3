import RankingRules

extension FileKind {
    static let offices = FileKind(
        "دفاتر", "offices", stems: ["offices", "دفاتر"], family: .ranking, landing: "staging.office_row",
        unknownCode: .officeUnknown, fields: OfficeField.allCases.map(\.field)
    ) { row, values in
        OfficeField.contradictions(in: values) { row.refuse($0.rawValue, $1) }
    }
}

extension OfficeField {
    /// Refuses fields of one office that contradict each other.
    static func contradictions(in values: [CellValue?], _ refuse: (OfficeField, Fault) -> Void) {
        if let staff = values[staffCount.rawValue]?.order {
            for part in [insuredStaffCount, disabledStaffCount] {
                guard let count = values[part.rawValue]?.order, count > staff else { continue }
                refuse(part, Fault(.staffCountsDisagree, String(staff)))
            }
        }
        guard case .word(OfficeKind.urban.rawValue) = values[kind.rawValue] else { return }
        if case .text(let holder) = values[holderNationalID.rawValue], holder.bytes.count == 10 {
            refuse(holderNationalID, Fault(.holderNotLegalPerson))
        }
        // In tenths of a square metre. The regulation demands 50 m² of an urban office; a smaller area is recorded as
        // it is.
        if let area = values[floorArea.rawValue]?.order, area < 500 {
            refuse(floorArea, Fault(.floorAreaBelowMinimum))
        }
    }
}
