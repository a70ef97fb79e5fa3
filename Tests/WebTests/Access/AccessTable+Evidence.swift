import HTTPTypes

extension AccessTable {
    /// Number 1 is evidence of G-1, number 2 of T-1. No half-year has a scheme with evidence, so that none is attached.
    static let evidence: [AccessQuestion] =
        [
            .get(
                "/v1/offices/{office}/evidence", "/v1/offices/G-1/evidence", .rows(1),
                but: readers.merging([.office: .rows(1)]) { $1 }),
            .get(
                "/v1/offices/{office}/evidence", "/v1/offices/T-1/evidence", .rows(1),
                but: readers.merging([.province: .hidden, .office: .hidden]) { $1 }),
            .get(
                "/v1/offices/{office}/evidence/{number}", "/v1/offices/G-1/evidence/1",
                but: readers.merging([.office: .done]) { $1 }),
            .get(
                "/v1/offices/{office}/evidence/{number}", "/v1/offices/T-1/evidence/2",
                but: readers.merging([.province: .hidden, .office: .hidden]) { $1 }),
            // The number alone opens nothing.
            .get(
                "/v1/offices/{office}/evidence/{number}", "/v1/offices/G-1/evidence/2", .hidden,
                but: readers.merging([.office: .hidden]) { $1 }),
            .get(
                "/v1/periods/{period}/offices/{office}/evidence", "/v1/periods/1401-H1/offices/G-1/evidence", .rows(0),
                but: readers.merging([.office: .rows(0)]) { $1 }),
            .get(
                "/v1/periods/{period}/offices/{office}/evidence", "/v1/periods/1401-H1/offices/T-1/evidence", .rows(0),
                but: readers.merging([.province: .hidden, .office: .hidden]) { $1 }),
            add("G-1", but: [.province: .done, .office: .done]),
            add("T-1", but: [.province: .hidden, .office: .hidden]),
            attach("G-1", but: [.province: .unknown, .office: .unknown]),
            attach("T-1", but: [.province: .hidden, .office: .hidden]),
            .write(
                .post, "/v1/offices/{office}/evidence/{number}/erase", "/v1/offices/T-1/evidence/2/erase",
                but: [.office: .hidden]),
            .write(
                .post, "/v1/offices/{office}/evidence/{number}/erase", "/v1/offices/G-1/evidence/1/erase",
                but: [.office: .done]),
        ]

    /// Whose role reads no evidence; everybody is answered as an agency is.
    private static let readers: [AccessRole: AccessOutcome] = [
        .association: .forbidden, .committee: .forbidden, .agency: .forbidden, .system: .forbidden,
    ]

    private static func add(_ office: String, but others: [AccessRole: AccessOutcome]) -> AccessQuestion {
        .write(
            .post, "/v1/offices/{office}/evidence",
            "/v1/offices/\(office)/evidence?criterion=staff&kind=lease&issued_on=1400-01-31", "%PDF-new",
            type: "application/pdf", but: others)
    }

    private static func attach(_ office: String, but others: [AccessRole: AccessOutcome]) -> AccessQuestion {
        .write(
            .post, "/v1/periods/{period}/offices/{office}/evidence", "/v1/periods/1401-H1/offices/\(office)/evidence",
            #"{"evidence": [\#(office == "G-1" ? 1 : 2)]}"#, .unknown, but: others)
    }
}
