import Testing

@Suite("The command indicator")
struct IndicatorOutputTests {
    /// Of what the fixture's register says about A-1.
    private let digest = "4d932ada0176a99640108bcf3514a3404c873ce3705a55ebcc4d8eb732293c09"

    @Test("indicator scores an agency in every reading, and gives each service's reason")
    func indicator() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["indicator", "A-1", "1400"],
                """
                Use of counter offices in offering services, 1400
                Agency: A-1
                Agency's title: First agency
                Cut-off day: 1400-12-29
                Applicability: applicable
                Numerator: 2
                Target: 4
                Points: 2.5
                Maximum: 5
                Rules version: 1
                Hash of the rules: 4631fe014582284e66466cd9f99905157481a6cc4f8750e5a10b67513271a576
                Digest: \(digest)

                Readings:
                First year │ Evidence               │ Chosen │ Numerator │ Target │ Points │ Maximum │ Applicab\
                ility
                ───────────┼────────────────────────┼────────┼───────────┼────────┼────────┼─────────┼─────────\
                ─────
                      1397 │ the regulator is asked │ yes    │         2 │      4 │    2.5 │       5 │ applicab\
                le
                      1397 │ evidence is uploaded   │ no     │         0 │      4 │      0 │       5 │ applicab\
                le
                      1394 │ the regulator is asked │ no     │         2 │      4 │    2.5 │       5 │ applicab\
                le
                      1394 │ evidence is uploaded   │ no     │         0 │      4 │      0 │       5 │ applicab\
                le

                Method sheet of the general indicators of 1400, national level, axis 3, indicator 1, item 8
                First year 1397: points table and the note under the main table (the method sheet says 1394). E\
                vidence: the method sheet, nothing uploaded, the regulator is asked (the evidence section wants\
                 the image).
                The text of this item is official, its choices are ours.

                """)
            try await desk.expectOutput(
                0, ["indicator", "A-1", "1400", "--lineage", "--format", "csv"],
                """
                service,title,counts,counted_as,reasons,information,request,production,delivery,mou_number,mou_\
                on,confirmed_on,owner,offices,digest
                1001,First service,true,,,true,true,true,true,M-1,1398-01-01,1398-03-01,A-1,1,\(digest)
                1002,Second service,true,,,true,true,true,true,M-2,1398-01-01,1398-03-01,A-1,1,\(digest)
                1003,Third service,false,,production_missing,true,true,false,true,M-2,1398-01-01,1398-03-01,A-1\
                ,1,\(digest)

                """)
            try await desk.expect(66, "indicator", "A-1", "1401")
            try await desk.expect(66, "indicator", "A-9", "1400")
        }
    }
}
