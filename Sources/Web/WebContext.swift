import Foundation
public import Hummingbird
import Logging
import RankingRules

/// What is known about a request besides its bytes.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Given by the client or the proxy, else made here; it stands in the answer and in the log.
    public var requestID: String
    /// Address of the connection; nil on a Unix socket, and in tests without one.
    let peer: NetworkAddress?
    /// Who asks, seen through the trusted proxies.
    var client = Client()
    /// The bearer token that the request shows, whatever it is worth.
    var proof: String?
    /// How the request was let in.
    var admission = Admission.address
    /// The valid standard trace header of the request.
    var trace: String?

    /// What every line of the log about this request says. Most requests write none but the last, so it is made when it
    /// is needed.
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

    /// A part of the path that the route names, decoded; control characters never name a resource.
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
