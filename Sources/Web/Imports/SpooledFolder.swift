import Answers
import Foundation
import OfficeRanking
import RankingRules

/// Writes the files of an archive into a spool while the archive comes. A forbidden member is refused at once.
struct SpooledFolder: SpoolSink {
    private let folder: URL
    private let hasPeriod: Bool
    private var reader = TarReader()
    private var archive = ArchiveFolder()
    /// The current file; nil while bytes are skipped.
    private var file: SpooledFile?
    /// Files whose names match no kind.
    private var leftAlone: [ArchivePath] = []

    /// - Parameter hasPeriod: true if the request names a half-year, which facts of a period need.
    init(_ folder: URL, hasPeriod: Bool) {
        (self.folder, self.hasPeriod) = (folder, hasPeriod)
    }

    mutating func take(_ bytes: Data) throws {
        var reader = reader
        try reader.read(bytes) { try take($0) }
        self.reader = reader
    }

    mutating func finish() throws {
        try reader.finish()
    }

    private mutating func take(_ event: TarReader.Event) throws {
        switch event {
        case .file(let path, _): try begin(try archive.entry(ofFile: path))
        case .bytes(let bytes): try file?.take(Data(bytes))
        case .fileEnd:
            try file?.finish()
            file = nil
        case .folder(let path): try archive.pass(folder: path)
        case .other(let path): try archive.refuse(path)
        }
    }

    private mutating func begin(_ entry: ArchiveFolder.Entry) throws {
        switch entry {
        case .kept(let path, let kind):
            if kind.isPeriodFact && !hasPeriod { throw Problem.wrongParameters([.missing("period")]) }
            try make(path.folder)
            file = try SpooledFile(path.text, in: folder)
        case .leftAlone(let path): leftAlone.append(path)
        case .hidden: break
        }
    }

    private func make(_ name: String) throws {
        let path = folder.appending(path: name).path(percentEncoded: false)
        guard name.isEmpty || mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SpoolError(number: errno) }
    }

    /// The contents of the folders, as the command line reads folders. If there are several, findings name each file
    /// with its folder.
    func contents() throws -> (files: [ImportFile], remarks: FolderRemarks) {
        let (isOne, parent) = (archive.folders.count == 1, folder.path(percentEncoded: false))
        var (files, missing): ([ImportFile], [ImportKind]) = ([], [])
        for name in archive.folders.sorted() {
            let path = name.isEmpty ? parent : "\(parent)/\(name)"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let found = try ImportFile.inFolder(path)
            files += isOne ? found.files : found.files.map { $0.named("\(name)/\($0.name)") }
            missing += found.missing
        }
        guard !files.isEmpty else { throw ArchiveFault.nothingKnown }
        return (
            ImportFile.inOrder(files),
            FolderRemarks(
                missing: ImportKind.allCases.filter { kind in
                    missing.contains(kind) && !files.contains { $0.kind == kind }
                }, leftAlone: leftAlone.map { isOne ? $0.name : $0.text })
        )
    }
}
