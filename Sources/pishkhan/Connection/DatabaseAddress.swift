import Foundation

/// Finds the address of the database: the option, then DATABASE_URL, then PISHKHAN_HOME, then the nearest `.pishkhan`
/// folder.
enum DatabaseAddress {
    static func find(given: String?, _ environment: CommandEnvironment) throws -> String {
        if let address = given ?? environment.setting("DATABASE_URL") { return address }
        for file in embeddedFiles(environment) {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { continue }
            let address = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if !address.isEmpty { return address }
        }
        throw CommandFailure.noDatabaseKnown
    }

    /// The files that may hold the connection text of an embedded database.
    private static func embeddedFiles(_ environment: CommandEnvironment) -> [String] {
        if let home = environment.setting("PISHKHAN_HOME") { return ["\(home)/database"] }
        var folder = URL(filePath: environment.workingFolder)
        var files: [String] = []
        while true {
            files.append(folder.appending(path: ".pishkhan/database").path(percentEncoded: false))
            let parent = folder.deletingLastPathComponent()
            if parent.path(percentEncoded: false) == folder.path(percentEncoded: false) { return files }
            folder = parent
        }
    }
}
