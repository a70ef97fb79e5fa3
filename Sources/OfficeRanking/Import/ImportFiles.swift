import Foundation
public import RankingRules

/// One file to import.
public struct ImportFile: Sendable, Hashable {
    public let kind: ImportKind
    public let path: String
    /// The file's name in findings: its last path component if no other name is given.
    public private(set) var name: String

    public init(kind: ImportKind, path: String) {
        (self.kind, self.path) = (kind, path)
        name = path.split(separator: "/").last.map(String.init) ?? path
    }

    public func named(_ name: String) -> ImportFile {
        var file = self
        file.name = name
        return file
    }

    /// Sorts files so that offices come first, because facts refer to offices.
    public static func inOrder(_ files: [ImportFile]) -> [ImportFile] {
        ImportKind.allCases.flatMap { kind in files.filter { $0.kind == kind } }
    }

    /// The tables of a folder in the order of import, and the missing kinds of the families that the folder has. Files
    /// whose name matches no kind are returned as `unknown`.
    public static func inFolder(
        _ path: String
    ) throws -> (files: [ImportFile], missing: [ImportKind], unknown: [String]) {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { !$0.hasPrefix(".") && isTable($0) }.sorted()
        let files = names.compactMap { name in
            ImportKind(fileName: name).map { ImportFile(kind: $0, path: "\(path)/\(name)") }
        }
        let families = Set(files.map(\.kind.family))
        let missing = ImportKind.allCases.filter { kind in
            kind.isExpected && (families.isEmpty || families.contains(kind.family))
                && !files.contains { $0.kind == kind }
        }
        return (inOrder(files), missing, names.filter { ImportKind(fileName: $0) == nil })
    }

    /// True if a file of this name may be a table to import.
    public static func isTable(_ name: String) -> Bool {
        ["csv", "tsv", "txt"].contains((name as NSString).pathExtension.lowercased())
    }
}

/// Options of an import.
public struct ImportOptions: Sendable {
    /// The half-year of the facts; needed for facts of a period.
    public var period: HalfYear?
    /// The source of a file of scores; nil means every source whose columns the file has.
    public var source: String?
    /// The day from which changes hold, for rows without a day of their own. If nil: the census date of the period,
    /// because its files describe that date, but today if the census date is in the future; without a period, today.
    public var effectiveOn: Day?
    /// The day of the import. Later days in a file are faults.
    public var today: Day
    /// Stores the sound rows even if others have faults.
    public var acceptsValid: Bool
    /// Reports every finding and changes nothing.
    public var isCheckOnly: Bool
    /// The files name every office of their provinces. Missing offices are reported; nothing else happens to them.
    public var isComplete: Bool

    public init(
        period: HalfYear? = nil, source: String? = nil, today: Day, effectiveOn: Day? = nil, acceptsValid: Bool = false,
        isCheckOnly: Bool = false, isComplete: Bool = false
    ) {
        self.period = period
        self.source = source
        self.today = today
        self.effectiveOn = effectiveOn
        self.acceptsValid = acceptsValid
        self.isCheckOnly = isCheckOnly
        self.isComplete = isComplete
    }
}

/// The result of one file. Counts are of rows.
public struct ImportedFile: Sendable, Hashable {
    public let kind: ImportKind
    public let file: String
    /// SHA-256 of the file; nil if it could not be read to its end.
    public let digest: String?
    public let rowsRead: Int
    public let inserted: Int
    public let changed: Int
    public let unchanged: Int
    public let refused: Int

    static func unreadable(_ file: ImportFile) -> ImportedFile {
        ImportedFile(
            kind: file.kind, file: file.name, digest: nil, rowsRead: 0, inserted: 0, changed: 0, unchanged: 0,
            refused: 0)
    }
}

/// The result of an import.
public struct ImportOutcome: Sendable {
    public let files: [ImportedFile]
    public let effect: Effect

    public init(files: [ImportedFile], effect: Effect) {
        (self.files, self.effect) = (files, effect)
    }

    public enum Effect: Sendable, Equatable {
        case stored
        /// All rows were known already.
        case unchanged
        /// The files were only checked.
        case checked
        /// Errors refused the import; nothing was changed.
        case refused
    }
}

/// The progress of an import.
public struct ImportProgress: Sendable {
    public let file: String
    public let bytesRead: Int
    public let totalBytes: Int?
    public let rows: Int
}
