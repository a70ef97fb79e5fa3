import Foundation

/// Named points at which a test may kill the program or the server. Nothing happens unless the environment names one:
/// `PISHKHAN_TEST_POINT=run_before_commit` stops there after writing the name to `PISHKHAN_TEST_POINT_FILE`.
enum TestPoint: String {
    case importAfterChunk = "import_after_chunk"
    case importBeforeStoring = "import_before_storing"
    case importAfterStoring = "import_after_storing"
    case importBeforeCommit = "import_before_commit"
    case importAfterCommit = "import_after_commit"
    case closeBeforeCommit = "close_before_commit"
    case closeAfterCommit = "close_after_commit"
    case runAfterChunk = "run_after_chunk"
    case runBeforeStoring = "run_before_storing"
    case runAfterStoring = "run_after_storing"
    case runBeforeCommit = "run_before_commit"
    case runAfterCommit = "run_after_commit"
    case requestBeforeCommit = "request_before_commit"
    case requestAfterCommit = "request_after_commit"
    case stepBeforeCommit = "step_before_commit"
    case publicationBeforeStoring = "publication_before_storing"
    case publicationBeforeCommit = "publication_before_commit"
    case publicationAfterCommit = "publication_after_commit"
    case linesAfterChunk = "lines_after_chunk"

    private static let chosen = ProcessInfo.processInfo.environment["PISHKHAN_TEST_POINT"]
    private static let file = ProcessInfo.processInfo.environment["PISHKHAN_TEST_POINT_FILE"]

    /// At the chosen point, waits to be killed, until the file is removed or for a minute.
    func reach() async {
        guard Self.chosen == rawValue, let file = Self.file else { return }
        _ = FileManager.default.createFile(atPath: file, contents: Data(rawValue.utf8))
        for _ in 0..<6_000 where FileManager.default.fileExists(atPath: file) {
            try? await Task.sleep(for: .milliseconds(10))
        }
    }
}
