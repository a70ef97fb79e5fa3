import Foundation

/// A file of rows. This type decides how it is read: as CSV in UTF-8.
struct TableFile: Sendable {
    let path: String
    /// The file's name in findings.
    let name: String

    init(_ file: ImportFile) {
        (path, name) = (file.path, file.name)
    }

    /// Opens the file. A path that is missing, that is a folder or that is not permitted gives a fault.
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

    /// Nil if the size is not known in advance, as with a pipe.
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
