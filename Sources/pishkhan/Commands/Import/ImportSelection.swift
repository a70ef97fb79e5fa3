import Foundation
import OfficeRanking

/// The files that the arguments of an import name.
struct ImportSelection {
    private(set) var files: [ImportFile] = []
    private(set) var hasFolder = false
    /// Kinds of which no folder has a file.
    private(set) var missing: [ImportKind] = []
    /// Files whose name matches no kind; they are not imported.
    private(set) var unknown: [String] = []

    var needsPeriod: Bool { files.contains(where: \.kind.isPeriodFact) }

    var hasOffices: Bool { files.contains { $0.kind == .offices } }

    init(paths: [String], kind: ImportKind?) throws {
        for path in paths {
            if Self.isFolder(path) {
                try addFolder(path)
            } else {
                try addFile(path, kind)
            }
        }
        missing.removeAll { kind in files.contains { $0.kind == kind } }
        guard !files.isEmpty else {
            throw CommandFailure.usage(
                "پوشه پرونده‌ای با نام شناخته‌شده، مانند offices.csv، ندارد: \(paths.joined(separator: ", "))",
                "The folder has no file with a known name, such as offices.csv: \(paths.joined(separator: ", "))")
        }
        files = ImportFile.inOrder(files)
    }

    private mutating func addFolder(_ path: String) throws {
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let found = try? ImportFile.inFolder(folder) else { throw CommandFailure.unreadableFile(path) }
        hasFolder = true
        files += found.files
        missing += found.missing.filter { !missing.contains($0) }
        unknown += found.unknown
    }

    private mutating func addFile(_ path: String, _ kind: ImportKind?) throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let kind = kind ?? ImportKind(fileName: name) else {
            throw CommandFailure.usage(
                "نام «\(name)» نوع پرونده را نمی‌گوید؛ نوع را با --kind بدهید.",
                "The name “\(name)” does not begin with a kind of file. Name the kind with --kind.")
        }
        files.append(ImportFile(kind: kind, path: path))
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
