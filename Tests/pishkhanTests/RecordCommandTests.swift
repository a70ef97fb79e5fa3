import Postgres
import Testing

@Suite("The commands record and sample")
struct RecordCommandTests {
    @Test("every act stands in the record with its account and reason, and the chain holds")
    func record() async throws {
        try await Desk.with { desk in
            try await desk.open()
            try await desk.close()
            try await desk.expect(0, "period", "reopen", "1400-H1", "--reason", "late files")
            let acts = try JSON(try await desk.run("record", "--limit", "2", "--format", "json").output)
            #expect(try acts["acts"].count == 2)
            #expect(try acts["acts"][0]["actor"].text == "operator")
            #expect(try acts["acts"][0]["reason"].text == "late files")
            let verified = try await desk.run("record", "verify")
            #expect(verified.status == 0)
            #expect(verified.output.hasPrefix("The chain of the record holds.\nActs: "))
            let json = try JSON(try await desk.run("record", "verify", "--format", "json").output)
            #expect(try json["head"].text == acts["acts"][0]["hash"].text)
        }
    }

    @Test("a record that was rewritten is broken at the act that was changed")
    func brokenRecord() async throws {
        try await Desk.with { desk in
            try await desk.open()
            try await desk.execute(
                """
                alter table registry.act disable trigger user;
                update registry.act set subject = 'another' where id = 2;
                """)
            let run = try await desk.run("record", "verify", "--lang", "fa")
            #expect(run.status == 65)
            #expect(run.errors == "pishkhan: زنجیرهٔ سابقه در کار ۲ شکسته است.\n")
        }
    }

    @Test("record verify names the first act that differs from a checkpoint, or the last one that agrees")
    func checkpoint() async throws {
        try await Desk.with { desk in
            try await desk.open()
            let printed = [
                try await desk.run("record", "verify"), try await desk.run("record", "verify", "--lang", "fa"),
                try await desk.run("record", "verify", "--format", "json"),
                try await desk.run("record", "verify", "--format", "csv"),
            ]
            try await desk.close()
            for (number, run) in printed.enumerated() {
                try desk.write("kept.\(number)", run.output)
                try await desk.expect(0, "record", "verify", "--checkpoint", "kept.\(number)")
            }
            let acts = try await desk.number("select max(id) from registry.act")
            try desk.write("ahead", "acts \(acts + 2) \(String(repeating: "0", count: 64))")
            let ahead = try await desk.run("record", "verify", "--checkpoint", "ahead")
            #expect(ahead.status == 65)
            #expect(ahead.errors == "pishkhan: The chain of the record is broken at act \(acts + 1).\n")
            try desk.write("other", "acts 2 \(String(repeating: "0", count: 64))")
            let other = try await desk.run("record", "verify", "--checkpoint", "other")
            #expect(
                other.status == 65 && other.errors.contains("Up to act 2 the record does not agree with the checkpoint")
            )
            try desk.write("none", "acts 2")
            try await desk.expect(65, "record", "verify", "--checkpoint", "none")
            try await desk.expect(66, "record", "verify", "--checkpoint", "absent")
            try await desk.execute(
                "alter table registry.act disable trigger user; update registry.act set subject = 'x' where id = \(acts)"
            )
            let broken = try await desk.run("record", "verify", "--checkpoint", "kept.0")
            #expect(
                broken.errors.contains("broken at act \(acts). Up to act \(acts - 1) it agrees with the checkpoint."))
        }
    }

    @Test("the synthetic sample is written, marked as such, without a database")
    func sample() async throws {
        try await Desk.with { desk in
            let run = try await desk.setting("DATABASE_URL", nil).run("sample", "gilan")
            #expect(run.status == 0)
            #expect(run.output.contains("SYNTHETIC"))
            #expect(try desk.read("gilan/offices.csv").isEmpty == false)
            try desk.write("file", "")
            try await desk.expect(64, "sample", "file/below")
        }
    }
}
