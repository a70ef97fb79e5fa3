import Foundation

/// A synthetic register of Gilan with its facts for the first half of 1400, as the messy files a regulator receives.
///
/// Real records are not public. Places are those of the official division, villages and everything else are invented
/// and marked so. The same program writes the same bytes every time.
public enum GilanSample {
    /// Writes five files, the reviews of the region in their own folder, and a note about all of them; returns
    /// their names in the order of an import.
    @discardableResult
    public static func write(to folder: String) throws -> [String] {
        let target = URL(filePath: folder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        let files = files
        for file in files {
            let url = target.appending(path: file.name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: url, options: .atomic)
        }
        return files.map(\.name)
    }

    private static var files: [(name: String, text: String)] {
        let offices = SampleOffices.all
        return [
            ("offices.csv", SampleOfficesFile.table(offices).text),
            ("declarations.csv", SampleFactFiles.declarations(offices).text),
            ("association_scores.csv", SampleFactFiles.associationScores(offices).text),
            ("satisfaction_scores.csv", SampleFactFiles.satisfactionScores(offices).text),
            ("violations.csv", SampleFactFiles.violations(offices).text),
            ("reviews/reviews.csv", SampleFactFiles.reviews(offices).text),
            ("README.md", SampleNote.text(offices)),
        ]
    }
}
