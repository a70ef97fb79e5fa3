import AsyncHTTPClient
import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import OfficeRanking
import RankingRules

/// Sends each message to an address by POST. An answer of 200 to 299 means that it was taken; redirections are not
/// followed.
struct URLHook: Hook {
    let url: String
    /// Signs the body: `Pishkhan-Signature: sha256=` and HMAC-SHA256 in hexadecimal.
    var secret: @Sendable () -> String? = { nil }
    var limit: TimeAmount = .seconds(20)

    /// Lives as long as the program. The library's shared client would follow redirections, as browsers do.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(10)
        return HTTPClient(configuration: configuration)
    }()

    func deliver(_ message: OutboxMessage) async throws {
        let body = Array(message.body.utf8)
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Idempotency-Key", value: "pishkhan-message-\(message.id)")
        if let signature = signature(of: body) { request.headers.add(name: "Pishkhan-Signature", value: signature) }
        request.body = .bytes(body)
        let status: UInt
        do {
            status = try await Self.client.execute(request, timeout: limit).status.code
        } catch let error as CancellationError {
            throw error
        } catch {
            // An address may hold a password, so only its host is named.
            throw HookError("\(URL(string: url)?.host() ?? "the address") does not answer: \(type(of: error))")
        }
        guard (200..<300).contains(status) else { throw HookError("answered with \(status)") }
    }

    private func signature(of body: [UInt8]) -> String? {
        secret().map { secret in
            let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(secret.utf8)))
            return "sha256=" + Hexadecimal.text(code)
        }
    }
}
