package import Foundation
package import OfficeRanking
package import Tables

/// A form of an agency's sheet, for programs and for the file.
package enum IndicatorForm: String, CaseIterable, Sendable {
    case json
    /// One table: the readings, or the services if the lineage is asked for.
    case csv
    /// A page in Persian for people and files.
    case sheet
    /// The bytes from which the digest is made.
    case canonical

    package func text(of answer: Answer, _ sheet: IndicatorSheet, bytes: Data, digest: String) -> String {
        switch self {
        case .json: return JSONRenderer.text(of: answer)
        case .csv:
            var answer = answer
            if answer.tables.count > 1 { answer.tables.removeFirst() }
            return CSVRenderer.text(of: answer)
        case .sheet: return IndicatorPage.text(sheet, digest: digest)
        case .canonical: return String(decoding: bytes, as: UTF8.self)
        }
    }
}
