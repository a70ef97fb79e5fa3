import Testing

@testable import OfficeRanking

@Suite("The header of a table")
struct HeaderMapTests {
    static let specs = [
        ColumnSpec(name: "office_code", titles: ["کد دفتر", "شناسه دفتر"], isRequired: true),
        ColumnSpec(name: "floor_area", titles: ["مساحت"], isRequired: true, mayBeEmpty: true),
        ColumnSpec(name: "manager_code", titles: ["کد ملی مدیر"], isRequired: false, isPersonal: true),
    ]

    private func findings(_ text: String) -> (table: CheckedTable?, findings: [Finding]) {
        let report = FindingReport()
        let opened = openTable(text, Self.specs, into: report)
        while opened?.next() != nil {}
        return (opened, report.first)
    }

    @Test(
        "columns are found by name or title in any spelling and order",
        arguments: ["office_code,floor_area\n", "مساحت;كد‌دفتر\n", "Floor Area\tشناسه دفتر\n", " مساحت ,\"کد دفتر\"\n"])
    func matching(header: String) {
        let (opened, findings) = findings(header + header.replacing(/[^,;\t\n]+/, with: "1"))
        #expect(opened?.header.columns.compactMap(\.self).sorted() == [0, 1] && findings.isEmpty)
    }

    @Test("a missing required column ends the reading and is named")
    func missing() {
        let (opened, findings) = findings("کد دفتر\n1\n")
        #expect(opened == nil)
        #expect(findings.map(\.code) == [.columnMissing] && findings.first?.arguments == ["مساحت"])
    }

    @Test("a repeated column is a fault, also under its other title")
    func repeated() {
        let (opened, findings) = findings("کد دفتر,مساحت,شناسه دفتر\n1,2,3\n")
        #expect(opened != nil)
        #expect(findings.map(\.code) == [.columnRepeated] && findings.first?.column == "شناسه دفتر")
    }

    @Test("an unknown column is a fault that names the nearest known one, or all")
    func unknown() {
        let near = findings("کد دفتر,مساحتت,مساحت\n1,2,3\n").findings
        #expect(near.map(\.code) == [.columnUnknownNear] && near.first?.arguments == ["مساحت"])
        let far = findings("کد دفتر,ارتفاع,مساحت\n1,2,3\n").findings
        #expect(far.map(\.code) == [.columnUnknown])
        #expect(far.first?.arguments == ["کد دفتر، مساحت، کد ملی مدیر"])
    }

    @Test("a column without title is accepted when all its cells are empty")
    func untitled() {
        #expect(findings("کد دفتر,مساحت,,\n1,2,, \n3,4,,\n").findings.isEmpty)
        let wrong = findings("کد دفتر,مساحت,,\n1,2,,\n3,4,,x\n5,6,,y\n").findings
        #expect(wrong.map(\.code) == [.columnWithoutTitle])
        #expect(wrong.first?.line == 3 && wrong.first?.arguments == ["4"])
    }

    @Test("a table separated by Persian semicolons or commas is refused with the separators that are supported")
    func persianDelimiter() {
        for delimiter in ["؛", "،"] {
            let (opened, findings) = findings("کد دفتر\(delimiter)مساحت\n1\(delimiter)2\n")
            #expect(opened == nil)
            #expect(findings.map(\.code) == [.delimiterNotSupported] && findings.first?.arguments == [delimiter])
        }
    }

    @Test("a file with a header and no rows is a fault")
    func headerOnly() {
        #expect(findings("کد دفتر,مساحت\n\n,\n").findings.map(\.code) == [.fileHeaderOnly])
    }
}
