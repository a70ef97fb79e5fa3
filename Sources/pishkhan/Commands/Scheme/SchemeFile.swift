import Foundation
import RankingRules

/// The scheme in a file, without a fault.
struct SchemeFile {
    let text: String
    let scheme: Scheme

    /// Reads the file. If it has faults, writes all of them to the error output like a compiler, and refuses the file.
    init(_ path: String, _ output: OutputOptions, _ environment: CommandEnvironment) throws {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw CommandFailure.unreadableFile(path) }
        let document = SchemeDocument.read(text)
        guard let scheme = document.scheme else {
            let printer = FaultPrinter(
                path: path, faults: document.faults, leftOut: document.faultsLeftOut,
                language: output.language(environment))
            if output.format != .json { printer.write() }
            throw printer.refusal("invalid_scheme", "شیوه‌نامه پذیرفتنی نیست", "The scheme has")
        }
        self.text = text
        self.scheme = scheme
    }
}
