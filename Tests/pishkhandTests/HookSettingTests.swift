import Foundation
import Logging
import Synchronization
import Testing

@testable import pishkhand

@Suite("What the operator says about messages")
struct HookSettingTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test("the configuration has one hook at most, a hook address is HTTP, and a secret needs an address")
    func faults() {
        #expect(
            faults(of: [.hookCommand: "/bin/true", .hookURL: "https://a.example/"]) == [
                "hook_command and hook_url: give one of them"
            ])
        for address in ["a.example", "ftp://a.example/", "https://", "https:/a"] {
            #expect(
                faults(of: [.hookURL: address]) == [
                    "hook_url (flag): expected an address such as https://example.ir/messages"
                ])
        }
        #expect(
            faults(of: [.hookSecretFile: "a"]) == [
                "hook_secret_file: give it with hook_url, whose messages it signs"
            ])
        #expect(faults(of: [.hookURL: "http://127.0.0.1:8000/a?b", .hookSecretFile: "a"]).isEmpty)
        #expect(faults(of: [.hookCommand: "/bin/true"]).isEmpty)
    }

    @Test("--check-config reports an unreadable hook secret and a hook program that cannot be started")
    func checked() async throws {
        let folder = try Folder()
        try folder.write("#!/bin/sh\n", to: "plain")
        let binary = try DaemonProgram.binary()
        let base = ["--database", "dbname=none", "--check-config"]
        for program in [folder.path("none"), folder.path("plain"), folder.path("")] {
            let run = try await DaemonProgram.run(binary, base + ["--hook-command", program])
            #expect(run.status != 0 && run.output.contains("\(program): this is no program that can be started"))
        }
        let posted = base + ["--hook-url", "https://a.example/", "--hook-secret-file", folder.path("secret")]
        let missing = try await DaemonProgram.run(binary, posted)
        #expect(missing.status != 0 && missing.output.contains("secret: the file cannot be read"))
        try folder.write("a secret of 24 bytes ...\n", to: "secret")
        #expect(try await DaemonProgram.run(binary, posted).status == 0)
        #expect(try await DaemonProgram.run(binary, base + ["--hook-command", "/bin/true"]).status == 0)
    }

    @Test("a replaced hook secret is used for the next message")
    func replaced() async throws {
        let folder = try Folder()
        try folder.write("the first secret\n", to: "secret")
        let sources = ConfigurationSources(flags: [
            .database: "dbname=a", .hookURL: "https://a.example/", .hookSecretFile: folder.path("secret"),
        ])
        let files = try await LoadedFiles(try Configuration(sources.chosen).files)
        let secret = files.hookSecret
        #expect(secret() == "the first secret")
        try folder.write("the second secret\n", to: "other")
        try folder.copy("other", to: "secret")
        await files.reload(always: false, logger: logger)
        #expect(secret() == "the second secret")
    }

    @Test("a file whose permissions change is read again")
    func rights() async throws {
        let folder = try Folder()
        try folder.write("text", to: "file")
        let reads = Mutex(0)
        let file = try await ReloadedFiles([folder.path("file")]) { reads.withLock { $0 += 1 } }
        await file.reload(always: false, logger: logger)
        #expect(reads.withLock { $0 } == 1)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("file"))
        await file.reload(always: false, logger: logger)
        #expect(reads.withLock { $0 } == 2)
    }

    @Test("a file that could not be read is tried again, although it stays as it is")
    func readAgain() async throws {
        let folder = try Folder()
        try folder.write("text", to: "file")
        let fails = Mutex(false)
        let file = try await ReloadedFiles([folder.path("file")]) {
            guard !fails.withLock({ $0 }) else { throw FileFault("file", "too many open files") }
            return try String(contentsOfFile: folder.path("file"), encoding: .utf8)
        }
        try folder.write("newer text", to: "file")
        fails.withLock { $0 = true }
        await file.reload(always: false, logger: logger)
        #expect(file.value == "text")
        fails.withLock { $0 = false }
        await file.reload(always: false, logger: logger)
        #expect(file.value == "newer text")
    }

    private func faults(of flags: [Setting: String]) -> [String] {
        let sources = ConfigurationSources(flags: flags.merging([.database: "dbname=a"]) { $1 })
        do {
            _ = try Configuration(sources.chosen)
            return []
        } catch {
            return (error as? ConfigurationFault)?.faults ?? ["\(error)"]
        }
    }
}
