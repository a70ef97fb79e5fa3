import Testing

@Suite("The commands case and sanction")
struct CaseCommandTests {
    @Test("a case is opened, goes on and is shown in words of both languages")
    func life() async throws {
        try await Desk.with { desk in
            let committee = try await desk.committee()
            try await committee.expect(
                0, "case", "open", "G-1", "--number", "۱۲", "--kind", "overcharging", "--text", "report",
                "--day", "1400-02-01")
            try await committee.expect(
                0, "case", "step", "1", "notice", "--text", "notice", "--day", "1400-02-02",
                "--answer-until", "1400-02-05")
            try await committee.expect(64, "case", "step", "1", "hearing", "--text", "x", "--holds-from", "1400-03-01")
            try await committee.expect(65, "case", "step", "1", "final", "--text", "x", "--day", "1400-02-06")
            let shown = try await committee.run("case", "show", "1", "--lang", "fa")
            #expect(shown.output.contains("ابلاغ") && shown.output.contains("مهلت پاسخ"))
            let list = try JSON(try await committee.run("case", "list", "--format", "json").output)
            #expect(try list["cases"][0]["number"].text == "12")
            #expect(try list["cases"][0]["state"].text == "notice")
            try await committee.expect(66, "case", "show", "2")
        }
    }

    @Test("a decision on paper is recorded with its sanction, which suspends the office in its days")
    func recorded() async throws {
        try await Desk.with { desk in
            let committee = try await desk.committee()
            try await committee.expect(
                0, "case", "record", "G-1", "--number", "12", "--kind", "unapproved_stamp", "--day", "1400-02-01",
                "--text", "decision", "--sanction", "revocation")
            let sanctions = try JSON(try await committee.run("sanction", "list", "--format", "json").output)
            #expect(try sanctions["sanctions"][0]["kind"].text == "revocation")
            let office = try JSON(try await desk.run("office", "show", "G-1", "--format", "json").output)
            #expect(try office["state"].text == "revoked")
        }
    }
}

extension Desk {
    /// The same desk in the name of the committee of Gilan.
    fileprivate func committee() async throws -> Desk {
        try write("offices.csv", offices("G-1"))
        try await expect(0, "import", "offices.csv")
        try await expect(
            0, "account", "add", "committee.desk", "--person", "committee", "--role", "committee", "--province", "01")
        return setting("PISHKHAN_ACCOUNT", "committee.desk")
    }
}
