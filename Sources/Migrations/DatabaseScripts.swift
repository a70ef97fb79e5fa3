import Crypto
public import Foundation
import Postgres

/// The SQL this program was built with, read from its resources: set-up, guards, migrations, code.
public struct DatabaseScripts: Sendable {
    public let setup: String
    /// The migrations by number, from 1, without gaps.
    public let migrations: [Migration]
    /// Functions that policies, triggers and defaults of tables call, by name. Functions that a check, an index or a
    /// generated column calls are in a migration: replacing one would make stored rows wrong.
    public let guards: [CodeFile]
    /// Views and functions by subject, in the order in which they are created.
    public let code: [CodeFile]

    /// One forward-only step: `0001_persons_and_accounts.sql`.
    public struct Migration: Sendable {
        public let number: Int
        public let name: String
        public let sql: String

        /// SHA-256 of the file in hexadecimal: an applied migration never changes.
        public var checksum: String { hexadecimalSHA256(sql) }
    }

    public struct CodeFile: Sendable {
        public let role: String
        public let name: String
        public let sql: String
    }

    /// The checksum that tells whether the code in the database is this program's.
    public var codeChecksum: String {
        hexadecimalSHA256((guards + code).map { "\($0.role) \($0.name)\n\($0.sql)" }.joined(separator: "\n"))
    }

    /// The scripts that were shipped with the program.
    public static func shipped() throws -> DatabaseScripts {
        guard let folder = Bundle.module.url(forResource: "sql", withExtension: nil) else {
            throw MigrationError.scriptsAreMissing("sql")
        }
        return try DatabaseScripts(folder: folder)
    }

    /// The text of a file in `sql/seed`, such as the sample scheme.
    public static func seed(_ name: String) throws -> String {
        guard let folder = Bundle.module.url(forResource: "sql", withExtension: nil) else {
            throw MigrationError.scriptsAreMissing("sql")
        }
        return try String(contentsOf: folder.appending(path: "seed/\(name)"), encoding: .utf8)
    }

    public init(folder: URL) throws {
        setup = try String(contentsOf: folder.appending(path: "setup.sql"), encoding: .utf8)
        migrations = try sqlFiles(in: folder.appending(path: "migrations")).enumerated().map { index, file in
            guard file.name.hasPrefix(String(format: "%04d_", index + 1)) else {
                throw MigrationError.numbersHaveAGap(file.name)
            }
            return Migration(number: index + 1, name: file.name, sql: file.sql)
        }
        guards = try sqlFiles(in: folder.appending(path: "guards")).map {
            CodeFile(role: "pishkhan_owner", name: "guards/\($0.name)", sql: $0.sql)
        }
        let files = try codeFiles(in: folder.appending(path: "code"))
        code = CodeFile.owners.flatMap { owner in files.filter { $0.role == owner } }
    }
}

extension DatabaseScripts.CodeFile {
    /// The owners in the order in which their files are created: views may use functions of the commands.
    static let owners = ["pishkhan_commands", "pishkhan_views", "pishkhan_owner"]

    /// Reads the owner from the first line of the file: `-- Owner: pishkhan_views`.
    fileprivate init(name: String, sql: String) throws {
        let firstLine = sql.prefix { $0 != "\n" }
        guard let owner = Self.owners.first(where: { firstLine == "-- Owner: \($0)" }) else {
            throw MigrationError.codeHasNoOwner(name)
        }
        self.init(role: owner, name: name, sql: sql)
    }
}

/// The files of all subjects: `periods/close.sql`.
private func codeFiles(in folder: URL) throws -> [DatabaseScripts.CodeFile] {
    let subjects = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
    return try subjects.flatMap { subject in
        try sqlFiles(in: folder.appending(path: subject)).map {
            try DatabaseScripts.CodeFile(name: "\(subject)/\($0.name)", sql: $0.sql)
        }
    }
}

private func sqlFiles(in folder: URL) throws -> [(name: String, sql: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .filter { $0.hasSuffix(".sql") }
        .sorted()
        .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
}

private func hexadecimalSHA256(_ text: String) -> String {
    hexText(Array(SHA256.hash(data: Data(text.utf8))))
}
