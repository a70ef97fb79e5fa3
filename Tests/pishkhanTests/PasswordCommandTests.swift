import Testing

@Suite("The commands of invitations and passwords")
struct PasswordCommandTests {
    private static let first = "چهار اسب آبی ۱۲ بار"
    private static let second = "another long sentence"

    @Test("an account is invited, sets its password from the standard input, changes it, and is suspended and resumed")
    func story() async throws {
        try await Desk.with { desk in
            try await desk.expect(0, "account", "add", "audit.desk", "--person", "someone", "--role", "auditor")
            let invited = try await desk.run("account", "invite", "audit.desk", "--format", "json")
            let secret = try #require(try JSON(invited.output)["secret"].text)
            try await expect(desk, 65, ["accept"], secret, "short")
            try await expect(desk, 64, ["accept"], secret)
            try await expect(desk, 77, ["accept"], secret + "x", Self.first)
            let accepted = try await expect(desk, 0, ["accept"], secret, Self.first)
            #expect(!accepted.contains(Self.first) && !accepted.contains(secret))
            try await expect(desk, 77, ["accept"], secret, Self.first)
            let own = ["password", "--account", "audit.desk"]
            try await expect(desk, 77, own, Self.second, Self.first)
            try await expect(desk, 0, own, Self.first, Self.second)
            try await desk.expect(0, "account", "unlock", "audit.desk", "--reason", "called")
            try await desk.expect(0, "account", "suspend", "audit.desk", "--reason", "left")
            try await desk.expect(0, "account", "resume", "audit.desk", "--reason", "back")
            try await desk.expect(0, "account", "invite", "audit.desk")
            let withdrawn = try await desk.run("account", "withdraw", "audit.desk", "--lang", "fa")
            #expect(withdrawn.status == 0 && withdrawn.output.contains("پس گرفته شد"))
            try await desk.expect(77, "account", "invite", "operator")
        }
    }

    @Test("people get the secret on a line of its own, in both languages", arguments: ["fa", "en"])
    func shown(language: String) async throws {
        try await Desk.with { desk in
            try await desk.expect(0, "account", "add", "audit.desk", "--person", "someone", "--role", "auditor")
            let shown = try await desk.run("account", "invite", "audit.desk", "--lang", language)
            let line = try #require(shown.output.split(separator: "\n").first { $0.hasPrefix("invitation_") })
            try await expect(desk, 0, ["accept"], String(line), Self.first)
        }
    }

    @discardableResult
    private func expect(
        _ desk: Desk, _ status: Int32, _ arguments: [String], _ lines: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let run = try await desk.program.run(["account"] + arguments, input: lines.map { $0 + "\n" }.joined())
        #expect(run.status == status, "\(arguments): \(run.errors)", sourceLocation: sourceLocation)
        return run.output + run.errors
    }
}
