import Foundation

/// A file of rows that somebody sent. What it is read as is decided here: CSV in UTF-8.
struct TableFile: Sendable {
    let path: String
    /// How findings call the file.
    let name: String

    init(_ file: ImportFile) {
        (path, name) = (file.path, file.name)
    }

    /// Opens the file; a path that is missing, a folder or not permitted is a fault.
    func open(limits: ReadingLimits = ReadingLimits()) throws(Fault) -> any RowSource {
        let size = try byteCount()
        do {
            let file = try OpenFile.forReading(path)
            return TableReader(totalBytes: size, limits: limits) { target throws(FileFailure) in
                try file.read(into: target)
            }
        } catch {
            throw Self.fault(of: error)
        }
    }

    static func fault(of failure: FileFailure) -> Fault {
        switch failure.code {
        case ENOENT, ENOTDIR: Fault(.fileMissing)
        case EACCES, EPERM: Fault(.fileNotPermitted)
        case EISDIR: Fault(.fileIsDirectory)
        default: Fault(.fileUnreadable, failure.description)
        }
    }

    /// Nil where the size is not known beforehand, as with a pipe.
    private func byteCount() throws(Fault) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.fault(of: .last) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw Fault(.fileIsDirectory)
        case S_IFREG: return Int(status.st_size)
        default: return nil
        }
    }
}
