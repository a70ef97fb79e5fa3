import Foundation
import HTTPTypes
import Hummingbird
import OfficeRanking

extension Request {
    /// The type of the body without its parameters: `text/csv`.
    var mediaType: String? {
        headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
    }
}

extension RequestDigest {
    /// The digest of everything that a request asks for.
    /// - Parameter body: its bytes, or their digest if they are too many.
    init(of request: Request, body: [UInt8]) {
        self.init(of: [Array(request.method.rawValue.utf8), Array(request.uri.string.utf8), body])
    }
}

extension String {
    /// The text escaped as one part of a path.
    var pathEscaped: String {
        addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(["/"])) ?? self
    }
}
