import Testing

@Suite("The commands office, region and association")
struct RegistryCommandTests {
    @Test("a field of an office is corrected with a reason, and the same value again changes nothing")
    func setOffice() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1"))
            try await desk.expect(0, "import", "offices.csv")
            let command = ["office", "set", "G-1", "floor_area=۹۵٫۵", "has_signboard=yes", "--reason", "visit"]
            let first = try await desk.program.run(command)
            #expect(first.status == 0)
            #expect(first.output.contains("floor_area: 95.5\nhas_signboard: yes\n"))
            #expect(first.output.contains("Changed: yes\n"))
            let second = try await desk.program.run(command + ["--format", "json"])
            #expect(try JSON(second.output)["has_changed"].flag == false)
        }
    }

    @Test("office set refuses a value that no offices file may hold and a field that is fixed")
    func refused() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1"))
            try await desk.expect(0, "import", "offices.csv")
            let bad = try await desk.run("office", "set", "G-1", "floor_area=big", "--reason", "x", "--lang", "fa")
            #expect(bad.status == 65)
            #expect(bad.errors.hasPrefix("pishkhan: floor_area: "))
            try await desk.expect(65, "office", "set", "G-1", "code=G-2", "--reason", "x")
            try await desk.expect(66, "office", "set", "G-9", "floor_area=60", "--reason", "x")
            try await desk.expect(64, "office", "set", "G-1", "floor_area", "--reason", "x")
            try await desk.expect(64, "office", "set", "G-1", "floor_area=1", "floor_area=2", "--reason", "x")
            try await desk.expect(64, "office", "set", "G-1", "floor_area=60")
            try await desk.expect(66, "office", "show", "G-9")
        }
    }

    @Test("an office is shown in Persian with its versions over time")
    func showOffice() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1"))
            try await desk.expect(0, "import", "offices.csv")
            let run = try await desk.run("office", "show", "G-1", "--lang", "fa")
            #expect(
                run.output.hasPrefix(
                    rightToLeft("دفتر \(latin("G-1"))", "کد دفتر: \(latin("G-1"))", "نوع دفتر: شهری", "استان: گیلان")))
            #expect(run.output.contains("۱۳۹۵/۰۱/۰۱ │ ۱       │ فعال  │ "))
        }
    }

    @Test("the operator puts a province into a region and names its association")
    func regions() async throws {
        try await Desk.with { desk in
            try await desk.expect(0, "region", "assign", "گیلان", "3", "شمال")
            try await desk.expect(0, "association", "name", "گیلان", "انجمن گیلان")
            let list = try JSON(try await desk.run("region", "list", "--format", "json").output)
            #expect(try list["provinces"].count == 31)
            #expect(try list["provinces"][1]["region"].number == 3)
            #expect(try list["provinces"][1]["association"].text == "انجمن گیلان")
            try await desk.expect(66, "region", "assign", "ناکجا", "3", "x")
            try await desk.expect(64, "region", "assign", "گیلان", "10", "x")
        }
    }
}
