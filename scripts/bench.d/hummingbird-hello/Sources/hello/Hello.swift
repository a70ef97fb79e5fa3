import Foundation
import Hummingbird
import Logging

/// What hummingbird itself costs: one route that answers every request with the bytes of one file.
@main
struct Hello {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 3, let port = Int(words[1]) else {
            FileHandle.standardError.write(Data("usage: hello PORT FILE\n".utf8))
            exit(64)
        }
        let body = ByteBuffer(bytes: try Data(contentsOf: URL(filePath: words[2])))
        let router = Router()
        router.get("page") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
        }
        var logger = Logger(label: "hello")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger)
        try await application.runService()
    }
}
