import Testing

@Suite("The command indicator")
struct IndicatorOutputTests {
    @Test("an agency is scored in every reading, and each service says why it counts or not")
    func indicator() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["indicator", "A-1", "1400"],
                """
                Use of counter offices in offering services, 1400
                Agency: A-1
                Title: First agency
                Cut-off day: 1400-12-29
                Applicability: applicable
                Numerator: 2
                Target: 4
                Points: 2.5
                Maximum: 5
                Digest: 07f62e87064b5363bcf6758b8dcbe7b2370b2afa4066279a33d098194d0811d5

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

                """)
            try await desk.expectOutput(
                0, ["indicator", "A-1", "1400", "--lineage", "--format", "csv"],
                """
                first_year,evidence,is_chosen,numerator,target,points,maximum,applicability
                1397,regulator_asked,true,2,4,2500,5000,applicable
                1397,uploaded,false,0,4,0,5000,applicable
                1394,regulator_asked,false,2,4,2500,5000,applicable
                1394,uploaded,false,0,4,0,5000,applicable

                """)
            try await desk.expect(64, "indicator", "A-1", "1401")
            try await desk.expect(66, "indicator", "A-9", "1400")
        }
    }
}
