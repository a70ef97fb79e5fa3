import Testing

@Suite("The commands declare and score")
struct DeclarationCommandTests {
    @Test("a declaration is filled, checked, submitted and withdrawn")
    func declare() async throws {
        try await Desk.with { desk in
            try await desk.open()
            try desk.write("offices.csv", offices("G-1"))
            try await desk.expect(0, "import", "offices.csv")
            try await desk.expect(65, "declare", "check", "G-1", "1400-H1")
            let drafted = try await desk.run("declare", "set", "G-1", "1400-H1", "staff=۷", "--format", "json")
            #expect(drafted.status == 0, "\(drafted.errors)")
            #expect(try JSON(drafted.output)["items"][0]["draft_value"].number == 7)
            try await desk.expect(0, "declare", "check", "G-1", "1400-H1")
            try await desk.expect(0, "declare", "submit", "G-1", "1400-H1", "--based-on", "0")
            let again = try await desk.run("declare", "submit", "G-1", "1400-H1", "--based-on", "0")
            #expect(again.status == 65 && again.errors.contains("meanwhile"))
            let shown = try await desk.run("declare", "G-1", "1400-H1")
            #expect(shown.output.contains("State: submitted") && shown.output.contains("operator"), "\(shown.output)")
            let offers = try await desk.run("declare", "offers", "G-1", "1400-H1", "--lang", "fa")
            #expect(offers.status == 0 && offers.output.contains("پیشنهاد"))
            try await desk.expect(64, "declare", "set", "G-1", "1400-H1", "staff")
            try await desk.expect(65, "declare", "set", "G-1", "1400-H1", "staff=many")
            try await desk.expect(
                0, "declare", "withdraw", "G-1", "1400-H1", "--based-on", "1", "--reason", "letter 7")
            try await desk.expect(66, "declare", "show", "G-9", "1400-H1")
            try await desk.expect(65, "score", "set", "association", "G-1", "1400-H1", "x=1", "--based-on", "0")
        }
    }
}
