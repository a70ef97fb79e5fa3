import Answers
import Hummingbird
import OfficeRanking
import Tables

extension IndicatorForm {
    /// Reads `?format=` in the words of the command line; without it, JSON or CSV as the client accepts.
    static func chosen(_ query: inout QueryReader, _ request: Request) throws -> IndicatorForm {
        if let named = query.choice("format", IndicatorForm.self) { return named }
        switch try Representation.chosen(&query, request) {
        case .json: return .json
        case .csv: return .csv
        }
    }

    /// The sheet itself is JSON.
    var mediaType: String {
        switch self {
        case .json, .canonical: Representation.json.mediaType
        case .csv: Representation.csv.mediaType
        case .sheet: "text/plain; charset=utf-8"
        }
    }

    func text(of published: PublishedIndicator, withLineage: Bool) throws -> String {
        let answer = try IndicatorAnswer.make(published, withLineage: withLineage)
        return text(of: answer, try published.sheet, bytes: published.bytes, digest: published.digest)
    }

    func text(of indicator: AgencyIndicator, withLineage: Bool) throws -> String {
        let (answer, sheet) = (try IndicatorAnswer.make(indicator, withLineage: withLineage), indicator.sheet)
        return text(of: answer, sheet, bytes: try sheet.bytes, digest: try sheet.digest)
    }
}
