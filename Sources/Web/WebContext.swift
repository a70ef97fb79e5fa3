import Foundation
public import Hummingbird
import Logging
import RankingRules

/// Everything known about a request besides its bytes.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The id from the client or the proxy, or a new one; the answer and the log repeat it.
    public var requestID: String
    /// Address of the connection; nil on a Unix socket, and in tests without one.
    let peer: NetworkAddress?
    /// The client, as the trusted proxies report it.
    var client = Client()
    /// The bearer token of the request, checked or not.
    var proof: String?
    /// How the request was admitted.
    var admission = Admission.address
    /// The valid standard trace header of the request.
    var trace: String?

    /// The metadata of every log line about this request. Most requests write only the last line, so it is made when
    /// needed.
    var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = ["request_id": .string(requestID)]
        metadata["traceparent"] = trace.map { .string($0) }
        return metadata
    }

    /// The logger of the request.
    var log: Logger {
        var logger = logger
        for (key, value) in metadata { logger[metadataKey: key] = value }
        return logger
    }

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        requestID = ""
        peer = source.channel.remoteAddress.flatMap(NetworkAddress.init)
    }

    /// A decoded part of the path; control characters are refused, because no resource has them in its name.
    func text(_ name: String, atMost limit: Int = 100) throws -> String {
        guard let text = parameters.get(name)?.removingPercentEncoding, text.unicodeScalars.count <= limit,
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw Problem.nothingHere }
        return text
    }

    /// A half-year in the path, in any digits.
    func halfYear(_ name: String = "period") throws -> HalfYear {
        guard let halfYear = HalfYear(try text(name)) else { throw Problem.nothingHere }
        return halfYear
    }

    /// A positive number in the path, in any digits.
    func number(_ name: String) throws -> Int {
        guard let number = WholeNumber.read(try text(name), in: 1...Int(Int32.max)) else { throw Problem.nothingHere }
        return number
    }
}
