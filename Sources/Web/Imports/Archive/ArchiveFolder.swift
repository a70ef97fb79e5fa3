import OfficeRanking

/// Decides from the paths of an archive's members which files to import: those of one folder, or of several folders
/// side by side. It writes nothing.
struct ArchiveFolder {
    /// Enough for every kind of file, some of them in parts, and for other files that a folder may hold.
    static let mostMembers = 100

    /// What to do with a file.
    enum Entry: Equatable {
        case kept(ArchivePath, kind: ImportKind)
        /// Its name matches no kind.
        case leftAlone(ArchivePath)
        /// A hidden file, which some systems put into folders.
        case hidden
    }

    private var memberCount = 0
    private var paths: Set<ArchivePath> = []
    /// The folders of the files; "" is the archive itself.
    private(set) var folders: Set<String> = []

    /// - Parameter path: the path in the archive.
    mutating func entry(ofFile path: [UInt8]) throws(ArchiveFault) -> Entry {
        try count()
        let steps = try Self.steps(path)
        guard let name = steps.last, steps.allSatisfy({ $0.isFileName || $0.isHidden }) else {
            throw .nameUnreadable
        }
        if steps.contains(where: \.isHidden) { return .hidden }
        let path = ArchivePath(folder: steps.count > 1 ? steps[0] : "", name: name)
        // A folder inside the folder may hold files that were sent before, so it is refused rather than guessed about.
        guard steps.count <= 2, folders.isEmpty || folders.contains("") == path.folder.isEmpty else {
            throw .differentDepths
        }
        folders.insert(path.folder)
        guard paths.insert(path).inserted else { throw .sameNameTwice(name) }
        guard ImportFile.isTable(name), let kind = ImportKind(fileName: name) else { return .leftAlone(path) }
        return .kept(path, kind: kind)
    }

    /// Checks the path of a folder; no folder is made.
    mutating func pass(folder path: [UInt8]) throws(ArchiveFault) {
        try count()
        _ = try Self.steps(path)
    }

    mutating func refuse(_ path: [UInt8]) throws(ArchiveFault) {
        throw .notAFile(try Self.steps(path).joined(separator: "/"))
    }

    private mutating func count() throws(ArchiveFault) {
        memberCount += 1
        guard memberCount <= Self.mostMembers else { throw .tooManyMembers }
    }

    /// The parts of a path without `.`. A path that begins at the root or goes upwards is refused.
    private static func steps(_ path: [UInt8]) throws(ArchiveFault) -> [String] {
        guard path.count <= 1_000, let text = String(validating: path, as: UTF8.self), text.isPlain else {
            throw .nameUnreadable
        }
        let steps = text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }.filter { $0 != "." }
        guard text.utf8.first != UInt8(ascii: "/"), !steps.contains("..") else {
            throw .outside(String(text.prefix(100)))
        }
        return steps
    }
}

/// The path of a file in an archive.
struct ArchivePath: Hashable {
    /// Empty if the file is in no folder.
    let folder: String
    let name: String

    var text: String { folder.isEmpty ? name : "\(folder)/\(name)" }
}

extension String {
    /// True if it names a file directly in a folder, on every file system. It compares bytes, as file systems do: a
    /// slash and a combining mark may be one character.
    var isFileName: Bool {
        !isEmpty && !utf8.contains(UInt8(ascii: "/")) && utf8.first != UInt8(ascii: ".")
            && unicodeScalars.count <= 100 && utf8.count <= 240
    }

    fileprivate var isHidden: Bool { utf8.first == UInt8(ascii: ".") }

    fileprivate var isPlain: Bool {
        !unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
