import Foundation
import OfficeRanking
import RankingRules

/// The files of an archive, written into a spool while the archive comes. What the archive may not be is refused at once.
struct SpooledFolder: SpoolSink {
    private let folder: URL
    private let hasPeriod: Bool
    private var reader = TarReader()
    private var archive = ArchiveFolder()
    /// The file whose bytes come; nil while they are skipped.
    private var file: SpooledFile?
    /// Files whose names tell no kind.
    private(set) var leftAlone: [String] = []

    /// - Parameter hasPeriod: whether the request names a half-year, which facts of a period need.
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
        case .file(let path, _): try begin(try archive.place(ofFile: path))
        case .bytes(let bytes): try file?.take(Data(bytes))
        case .fileEnd:
            try file?.finish()
            file = nil
        case .folder(let path): try archive.pass(folder: path)
        case .other(let path): try archive.refuse(path)
        }
    }

    private mutating func begin(_ place: ArchiveFolder.Place) throws {
        switch place {
        case .kept(let name, let kind):
            if kind.isPeriodFact && !hasPeriod { throw Problem.wrongParameters([.missing("period")]) }
            file = try SpooledFile(name, in: folder)
        case .leftAlone(let name): leftAlone.append(name)
        case .hidden: break
        }
    }

    /// What the folder holds, as a folder of the command line.
    func contents() throws -> (files: [ImportFile], missing: [ImportKind]) {
        let found = try ImportFile.inFolder(folder.path(percentEncoded: false))
        guard !found.files.isEmpty else { throw ArchiveFault.nothingKnown }
        return (found.files, found.missing)
    }
}
