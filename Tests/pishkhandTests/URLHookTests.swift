import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import OfficeRanking
import Testing

@testable import pishkhand

@Suite("An address as the hook")
struct URLHookTests {
    private let message = OutboxMessage(
        id: 7, madeAt: Date(timeIntervalSinceReferenceDate: 0), kind: "closing_soon", subject: "1400-H1",
        payload: "{\"text\": \"پایان\"}", attempts: 1)

    @Test("a hook address gets each message by POST, with its number and a signature")
    func delivered() async throws {
        try await withReceiver { address, received in
            try await deliver(to: "\(address)/taken", secret: "رمز")
            let request = try #require(await received.next())
            #expect(request.body == message.body)
            #expect(request.key == "pishkhan-message-7")
            let code = HMAC<SHA256>.authenticationCode(
                for: Array(message.body.utf8), using: SymmetricKey(data: Array("رمز".utf8)))
            #expect(request.signature == "sha256=" + code.map { String(format: "%02x", $0) }.joined())
        }
    }

    @Test("a hook address that answers with another status, redirects or is unreachable has not taken the message")
    func refused() async throws {
        try await withReceiver { address, _ in
            await #expect(throws: HookError("answered with 503")) { try await deliver(to: "\(address)/busy") }
            await #expect(throws: HookError("answered with 302")) { try await deliver(to: "\(address)/elsewhere") }
            await #expect(throws: HookError("answered with 404")) { try await deliver(to: "\(address)/unknown") }
            let error = await #expect(throws: HookError.self) {
                try await deliver(to: "http://user:secret@127.0.0.1:1/")
            }
            #expect(error?.reason.hasPrefix("127.0.0.1 does not answer") == true)
        }
    }

    private func deliver(to url: String, secret: String? = nil) async throws {
        try await URLHook(url: url, secret: { secret }).deliver(message)
    }

    private struct Received: Sendable {
        let body: String
        let key: String?
        let signature: String?
    }

    private func withReceiver(
        _ body: @escaping @Sendable (String, Inbox) async throws -> Void
    ) async throws {
        let inbox = Inbox()
        let router = Router()
        router.post("taken") { request, _ in
            let bytes = try await request.body.collect(upTo: 10_000)
            let fields = Dictionary(request.headers.map { ($0.name.canonicalName, $0.value) }) { $1 }
            inbox.put(
                Received(
                    body: String(buffer: bytes), key: fields["idempotency-key"],
                    signature: fields["pishkhan-signature"]))
            return HTTPResponse.Status.noContent
        }
        router.post("busy") { _, _ in HTTPResponse.Status.serviceUnavailable }
        router.post("elsewhere") { _, _ in Response.redirect(to: "/taken", type: .found) }
        let application = Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
        try await application.test(.live) { server in
            try await body("http://127.0.0.1:\(try #require(server.port))", inbox)
        }
    }

    private struct Inbox: Sendable {
        private let stream: AsyncStream<Received>
        private let continuation: AsyncStream<Received>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream(of: Received.self) }

        func put(_ received: Received) { continuation.yield(received) }

        func next() async -> Received? {
            await stream.first { _ in true }
        }
    }
}
