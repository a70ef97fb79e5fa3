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
    /// What fields of one office say against each other.
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
        // Tenths of a square metre; the regulation asks 50 m² of an urban office, the register records what is.
        if let area = values[floorArea.rawValue]?.order, area < 500 {
            refuse(floorArea, Fault(.floorAreaBelowMinimum))
        }
    }
}
