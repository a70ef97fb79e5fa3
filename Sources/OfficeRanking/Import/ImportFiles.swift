import Foundation
public import RankingRules

/// One file to take in.
public struct ImportFile: Sendable, Hashable {
    public let kind: ImportKind
    public let path: String
    /// How findings call it: its last path component unless named otherwise.
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

    /// Facts refer to offices, so offices come first whatever the order of the paths.
    public static func inOrder(_ files: [ImportFile]) -> [ImportFile] {
        ImportKind.allCases.flatMap { kind in files.filter { $0.kind == kind } }
    }

    /// The files of a folder by their names, in the order in which they are taken, and the kinds that are missing of the
    /// families that the folder has.
    /// Names that say no kind are left out and returned as `unknown`.
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

    /// Whether a file of a folder may be one that is taken in.
    public static func isTable(_ name: String) -> Bool {
        ["csv", "tsv", "txt"].contains((name as NSString).pathExtension.lowercased())
    }
}

/// How files are taken in.
public struct ImportOptions: Sendable {
    /// Needed for facts of a period.
    public var period: HalfYear?
    /// The source that a file of scores speaks for; nil: every source of which it has columns.
    public var source: String?
    /// From when changes hold, for rows that do not say so themselves. Nil: from the census date of the period, since its
    /// files say how things stood in it, unless that lies ahead; without a period from today.
    public var effectiveOn: Day?
    /// The day of the import: later days in a file are faults.
    public var today: Day
    /// Store the sound rows although others have faults.
    public var acceptsValid: Bool
    /// Find everything, change nothing.
    public var isCheckOnly: Bool
    /// The files name every office of the provinces that they speak of; whoever is missing is named, and nothing more.
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

/// What became of one file. Counts are of rows.
public struct ImportedFile: Sendable, Hashable {
    public let kind: ImportKind
    public let file: String
    /// SHA-256 of the file; nil when it could not be read to its end.
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

/// What became of an import.
public struct ImportOutcome: Sendable {
    public let files: [ImportedFile]
    public let effect: Effect

    public init(files: [ImportedFile], effect: Effect) {
        (self.files, self.effect) = (files, effect)
    }

    public enum Effect: Sendable, Equatable {
        case stored
        /// Everything was known already.
        case unchanged
        /// Only looked at, as asked.
        case checked
        /// Nothing was changed because of errors.
        case refused
    }
}

/// How far an import is.
public struct ImportProgress: Sendable {
    public let file: String
    public let bytesRead: Int
    public let totalBytes: Int?
    public let rows: Int
}
