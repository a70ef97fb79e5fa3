import Foundation
import TestDatabase
import Testing

@testable import Web

@Suite("A tar archive as it comes in")
struct TarReaderTests {
    @Test(
        "a tar archive gives whole files, in chunks of any length", arguments: [1, 7, 511, 512, 513, 4_096])
    func pieces(length: Int) throws {
        let texts = ["", "x", String(repeating: "پ", count: 256), String(repeating: "z", count: 1_500)]
        let archive = TarArchive(texts.enumerated().map { ("f\($0)", $1) })
        let files = try Self.files(archive.ended, length)
        #expect(files.map(\.path) == ["f0", "f1", "f2", "f3"] && files.map(\.text) == texts)
    }

    @Test(
        "a tar archive of the system's tar is read in each of its formats",
        arguments: ["v7", "ustar", "gnu", "pax"])
    func formats(format: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tar-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let inner = folder.appending(path: "پوشه")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        var names = ["دفاتر.csv", "offices.csv"]
        // A name beyond a hundred bytes each of these has its own way to tell.
        if ["gnu", "pax"].contains(format) { names.append(String(repeating: "ن", count: 60) + ".csv") }
        for name in names { try Data("از \(name)".utf8).write(to: inner.appending(path: name)) }
        let file = folder.appending(path: "all.tar")
        let arguments = [
            "--format=\(format)", "-C", folder.path(percentEncoded: false), "-cf", file.path(percentEncoded: false),
            "پوشه",
        ]
        let status = try await onOwnThread {
            let tar = try Process.run(URL(filePath: "/usr/bin/tar"), arguments: arguments)
            tar.waitUntilExit()
            return tar.terminationStatus
        }
        try #require(status == 0)
        let files = try Self.files([UInt8](Data(contentsOf: file)), 1_000)
        #expect(Set(files.map(\.path)) == Set(names.map { "پوشه/\($0)" }))
        #expect(files.allSatisfy { $0.text == "از \($0.path.dropFirst("پوشه/".count))" })
    }

    @Test("a tar archive truncated anywhere is refused")
    func brokenOff() throws {
        var archive = TarArchive([("offices.csv", String(repeating: "o", count: 700))])
        archive.add("agencies.csv", "a")
        let whole = archive.ended
        for count in stride(from: 1, to: whole.count, by: 97) {
            #expect(throws: count < 512 ? ArchiveFault.notAnArchive : .brokenOff) {
                try Self.files(Array(whole.prefix(count)), 512)
            }
        }
        #expect(throws: ArchiveFault.notAnArchive) { try Self.files([], 1) }
    }

    @Test("a tar archive that is damaged or continues after its end is refused, and so is another kind of file")
    func damaged() throws {
        let archive = TarArchive([("offices.csv", "o"), ("agencies.csv", "a")])
        var damaged = archive.ended
        damaged[1_024 + 3] ^= 1
        #expect(throws: ArchiveFault.damaged) { try Self.files(damaged, 512) }
        #expect(throws: ArchiveFault.damaged) { try Self.files(archive.ended + archive.ended, 512) }
        for other in [Array("PK\u{3}\u{4}".utf8), [0x1F, 0x8B, 8, 0], Array("code,title\n".utf8)] {
            let bytes = other + [UInt8](repeating: 0, count: 1_024)
            #expect(throws: ArchiveFault.notAnArchive) { try Self.files(bytes, 512) }
        }
    }

    @Test("a tar archive with wrong, too long or too many extended records is refused")
    func records() throws {
        for (records, fault) in [
            ("12 path=x", ArchiveFault.damaged), ("99 path=x\n", .damaged), ("x\n", .damaged),
            ("12 size=-12\n", .damaged),
            ("24 GNU.sparse.realsize=1\n", .damaged), ("25 GNU.sparse.realsize=1\n", .unsupported),
        ] {
            var archive = TarArchive()
            archive.add("x", records, letter: "x")
            archive.add("offices.csv", "o")
            #expect(throws: fault, "\(records)") { try Self.files(archive.ended, 512) }
        }
        var long = TarArchive()
        long.add("x", String(repeating: "9", count: 70_000), letter: "x")
        #expect(throws: ArchiveFault.unsupported) { try Self.files(long.ended, 512) }
        var many = TarArchive()
        for _ in 1...5 { many.add("g", "11 comment=\n", letter: "g") }
        #expect(throws: ArchiveFault.tooManyMembers) { try Self.files(many.ended, 512) }
    }

    @Test("a tar archive with random bytes changed is read or refused")
    func changedAtRandom() throws {
        let seed = printedSeed()
        var random = SeededRandom(seed)
        let whole = TarArchive([("offices.csv", "code\n1\n"), ("agencies.csv", "code\n2\n")]).ended
        for _ in 1...2_000 {
            var changed = whole
            for _ in 1...Int.random(in: 1...4, using: &random) {
                changed[Int.random(in: 0..<changed.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            do {
                _ = try Self.files(changed, Int.random(in: 1...600, using: &random))
            } catch is ArchiveFault {
                continue
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
    }

    private struct SeededRandom: RandomNumberGenerator {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static func files(_ bytes: [UInt8], _ length: Int) throws -> [(path: String, text: String)] {
        var reader = TarReader()
        var files: [(path: String, bytes: [UInt8])] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            try reader.read(bytes[start..<min(start + length, bytes.count)]) { event in
                switch event {
                case .file(let path, _): files.append((String(decoding: path, as: UTF8.self), []))
                case .bytes(let part): files[files.count - 1].bytes += part
                case .fileEnd, .folder, .other: break
                }
            }
        }
        try reader.finish()
        return files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }
}
