import Testing

@Suite("The command account, and who the command line is")
struct AccountCommandTests {
    @Test("an account is made, listed, given another role, disabled and enabled")
    func accounts() async throws {
        try await Desk.with { desk in
            try await desk.expect(
                0, "account", "add", "gilan.desk", "--person", "someone", "--role", "provincial", "--province", "گیلان")
            let listed = try JSON(try await desk.run("account", "list", "--format", "json").output)
            let names = try (0..<4).map { try listed["accounts"][$0]["name"].text }
            #expect(names == ["clock", "gilan.desk", "operator", "public"])
            #expect(try listed["accounts"][1]["provinces"].text == "01")
            let changed = try await desk.run(
                "account", "role", "gilan.desk", "--role", "auditor", "--reason", "moved", "--lang", "fa")
            #expect(changed.status == 0 && changed.output.contains("بازرس"))
            try await desk.expect(0, "account", "disable", "gilan.desk", "--reason", "left")
            try await desk.expect(77, "period", "list", "--account", "gilan.desk")
            try await desk.expect(0, "account", "enable", "gilan.desk", "--reason", "back")
            try await desk.expect(0, "period", "list", "--account", "gilan.desk")
            try await desk.expect(65, "account", "disable", "gilan.desk", "--reason", " ")
            try await desk.expect(77, "account", "disable", "operator", "--reason", "x")
            let roles = try await desk.run("account", "roles")
            #expect(roles.output.contains("read_unpublished") && roles.output.contains("what is published"))
        }
    }

    @Test("a token is shown once and stands for its account until it is revoked")
    func tokens() async throws {
        try await Desk.with { desk in
            try await desk.expect(0, "account", "add", "reader", "--person", "someone", "--role", "auditor")
            let issued = try await desk.run("account", "token", "issue", "reader", "--label", "x", "--format", "json")
            let token = try #require(try JSON(issued.output)["token"].text)
            let reader = desk.setting("PISHKHAN_TOKEN", token)
            for language in ["fa", "en"] {
                let shown = try await desk.run(
                    "account", "token", "issue", "reader", "--label", "x", "--lang", language)
                let line = try #require(shown.output.split(separator: "\n").first { $0.hasPrefix("pishkhan_") })
                try await desk.setting("PISHKHAN_TOKEN", String(line)).expect(0, "account", "list")
            }
            let own = try JSON(try await reader.run("account", "list", "--format", "json").output)
            #expect(try own["accounts"].count == 4)
            let refused = try await reader.run("account", "add", "b", "--person", "b", "--role", "auditor")
            #expect(refused.status == 77)
            #expect(refused.errors == "pishkhan: The role of this account does not allow that (make account).\n")
            let rotated = try await desk.run("account", "token", "rotate", "1", "--format", "json")
            let next = desk.setting("PISHKHAN_TOKEN", try JSON(rotated.output)["token"].text)
            let over = try await reader.run("period", "list")
            #expect(over.status == 77 && over.errors == "pishkhan: This token was revoked. Ask for a new one.\n")
            try await next.expect(0, "period", "list")
            try await desk.expect(0, "account", "token", "revoke", "4", "--reason", "lost")
            try await next.expect(77, "period", "list")
            try await next.expect(0, "period", "list", "--account", "operator")
            let listed = try await desk.run("account", "token", "list", "reader")
            #expect(!listed.output.contains(token.suffix(43)))
            try await desk.expect(66, "account", "token", "revoke", "7")
            try await desk.expect(64, "account", "token", "issue", "reader", "--label", "x", "--days", "0")
            try await desk.setting("PISHKHAN_TOKEN", "pishkhan_1_x").expect(77, "period", "list")
        }
    }

    @Test("outside identities are linked and unlinked")
    func identities() async throws {
        try await Desk.with { desk in
            try await desk.expect(0, "account", "identity", "link", "https://id.example", "s-1", "operator")
            try await desk.expect(65, "account", "identity", "link", "https://id.example", "s-1", "operator")
            let listed = try await desk.run("account", "identity", "list", "--format", "csv")
            #expect(listed.output.contains("https://id.example,s-1,operator"))
            try await desk.expect(0, "account", "identity", "unlink", "https://id.example", "s-1")
            try await desk.expect(66, "account", "identity", "unlink", "https://id.example", "s-1")
        }
    }

    @Test("set-up of a migrated database shows the first token once, and afterwards says that it was issued")
    func firstToken() async throws {
        try await Desk.with(isMigrated: false) { desk in
            try await desk.expect(0, "setup")
            try await desk.expect(0, "migrate")
            let first = try await desk.run("setup", "--lang", "fa")
            let lines = first.output.split(separator: "\n")
            let token = String(try #require(lines.first { $0.hasPrefix("pishkhan_1_") }))
            try await desk.setting("PISHKHAN_TOKEN", token).expect(0, "account", "list")
            let again = try await desk.run("setup")
            #expect(
                again.output == """
                    Everything is ready; the first token of the headquarters was issued before.
                    Ready: yes

                    """)
        }
    }
}
