import Foundation
import RankingRules

/// Looks for viruses in a file before it is kept.
public protocol EvidenceScanner: Sendable {
    /// Throws `evidence_is_infected` if the file is refused, and `evidence_not_scanned` if it could not be scanned.
    func check(_ bytes: [UInt8]) async throws
}

/// A program that gets each file on its standard input, such as `clamdscan -`. Exit status 0 means that the file is
/// clean; every other status refuses it. A program that cannot be started, or does not end in time, refuses it too: no
/// file is kept unscanned where a scanner is set.
public struct CommandScanner: EvidenceScanner {
    private let program: InputProgram

    /// - Parameter command: the program and its arguments, with spaces between them.
    /// - Parameter limit: the time after which the program is killed.
    public init(command: String, limit: Duration = .seconds(30)) {
        let words = command.split(separator: " ").map(String.init)
        program = InputProgram(program: words.first ?? "", arguments: Array(words.dropFirst()), limit: limit)
    }

    public func check(_ bytes: [UInt8]) async throws {
        let status: Int32
        do {
            status = try await program.status(input: Data(bytes))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw RankingError.evidenceNotScanned
        }
        guard status >= 0 else { throw RankingError.evidenceNotScanned }
        guard status == 0 else { throw RankingError.evidenceIsInfected }
    }
}
