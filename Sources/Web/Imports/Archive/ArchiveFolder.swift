import OfficeRanking

/// The folder of files that an archive is, or the folders side by side, told from the paths of its members. Nothing is
/// written here.
struct ArchiveFolder {
    /// Ten kinds of file, some of them in parts, and what else lies in a folder.
    static let mostMembers = 100

    /// What is to be done with a file.
    enum Entry: Equatable {
        case kept(ArchivePath, kind: ImportKind)
        /// Its name tells no kind.
        case leftAlone(ArchivePath)
        /// Hidden, as systems leave such files in folders.
        case hidden
    }

    private var memberCount = 0
    private var paths: Set<ArchivePath> = []
    /// Of the files; "" is the archive itself.
    private(set) var folders: Set<String> = []

    /// - Parameter path: as it stands in the archive.
    mutating func entry(ofFile path: [UInt8]) throws(ArchiveFault) -> Entry {
        try count()
        let steps = try Self.steps(path)
        guard let name = steps.last, steps.allSatisfy({ $0.isFileName || $0.isHidden }) else {
            throw .nameUnreadable
        }
        if steps.contains(where: \.isHidden) { return .hidden }
        let path = ArchivePath(folder: steps.count > 1 ? steps[0] : "", name: name)
        // A folder within the folder may hold what was sent before, and is nobody's to guess about.
        guard steps.count <= 2, folders.isEmpty || folders.contains("") == path.folder.isEmpty else {
            throw .differentDepths
        }
        folders.insert(path.folder)
        guard paths.insert(path).inserted else { throw .sameNameTwice(name) }
        guard ImportFile.isTable(name), let kind = ImportKind(fileName: name) else { return .leftAlone(path) }
        return .kept(path, kind: kind)
    }

    /// A folder is made by nobody: only its path is looked at.
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

    /// The parts of a path without `.`; a path that begins at the root or goes upwards leads out.
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

/// Where a file lies in an archive.
struct ArchivePath: Hashable {
    /// Empty where it lies in none.
    let folder: String
    let name: String

    var text: String { folder.isEmpty ? name : "\(folder)/\(name)" }
}

extension String {
    /// Whether it names a file in a folder of its own, on every file system. By bytes, as file systems read it: a letter
    /// and a mark may be one character with a slash.
    var isFileName: Bool {
        !isEmpty && !utf8.contains(UInt8(ascii: "/")) && utf8.first != UInt8(ascii: ".")
            && unicodeScalars.count <= 100 && utf8.count <= 240
    }

    fileprivate var isHidden: Bool { utf8.first == UInt8(ascii: ".") }

    fileprivate var isPlain: Bool {
        !unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
