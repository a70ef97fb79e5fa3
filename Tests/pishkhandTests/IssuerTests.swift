import Foundation
import JWTKit
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@testable import pishkhand

@Suite("Tokens of an outside identity provider")
struct IssuerTests {
    private struct Claims: JWTPayload {
        var iss = "https://id.example"
        var sub = "desk-7"
        var aud: [String]? = ["other", "pishkhan"]
        var exp: Int? = 2_000_000_000
        var nbf: Int?

        func verify(using _: some JWTAlgorithm) {}
    }

    private let now = Date(timeIntervalSince1970: 1_900_000_000)
    private let key = ES256PrivateKey()

    private func issuer(_ keyFile: String) async throws -> OutsideIssuer {
        let folder = try Folder()
        try folder.write(keyFile, to: "keys")
        let keys = try await IssuerFile(name: "", audience: "", path: folder.path("keys")).keys()
        return OutsideIssuer(name: "https://id.example", audience: "pishkhan") { keys }
    }

    private func token(_ claims: Claims = Claims(), kid: JWKIdentifier? = nil) async throws -> String {
        try await JWTKeyCollection().add(ecdsa: key, kid: kid).sign(claims, kid: kid)
    }

    @Test("an outside token names its subject only within its time, from its issuer and for its audience")
    func claims() async throws {
        let issuer = try await issuer(key.publicKey.pemRepresentation)
        #expect(try await issuer.subject(of: token(), now: now) == "desk-7")
        let second = 1_900_000_000
        #expect(try await issuer.subject(of: token(Claims(exp: second - 59)), now: now) == "desk-7")
        await #expect(throws: RankingError.tokenExpired) {
            try await issuer.subject(of: token(Claims(exp: second - 60)), now: now)
        }
        #expect(try await issuer.subject(of: token(Claims(nbf: second + 60)), now: now) == "desk-7")
        let wrong = [
            Claims(nbf: second + 61), Claims(exp: nil), Claims(iss: "https://other.example"), Claims(aud: ["other"]),
            Claims(aud: nil), Claims(sub: ""),
        ]
        for claims in wrong {
            await #expect(throws: RankingError.tokenUnknown, "\(claims)") {
                try await issuer.subject(of: token(claims), now: now)
            }
        }
    }

    @Test("an outside token with another key, no signature or a public key used as a secret is refused")
    func forged() async throws {
        let pem = key.publicKey.pemRepresentation
        let issuer = try await issuer(pem)
        let good = try await token().split(separator: ".").map(String.init)
        let none = Data(#"{"alg":"none"}"#.utf8).base64EncodedString().replacing("=", with: "")
        let forged = [
            try await JWTKeyCollection().add(ecdsa: ES256PrivateKey()).sign(Claims()),
            try await JWTKeyCollection().add(hmac: HMACKey(from: pem), digestAlgorithm: .sha256).sign(Claims()),
            "\(none).\(good[1]).", "\(none).\(good[1]).\(good[2])", "\(good[0]).\(good[1]).",
            "\(good[0]).\(good[1])", "", "a.b.c", String(repeating: "a", count: 10_000),
        ]
        for token in forged {
            await #expect(throws: RankingError.tokenUnknown, "\(token)") {
                try await issuer.subject(of: token, now: now)
            }
        }
    }

    @Test("keys of a JWK set are found by their ids, and unknown kinds of keys are ignored")
    func keySet() async throws {
        let parameters = try #require(key.publicKey.parameters)
        func set(_ id: String) -> String {
            """
            {"keys": [{"kty": "oct", "k": "c2VjcmV0", "kid": "s"}, {"kty": "new", "kid": "n"},
              {"kty": "EC", "crv": "P-256", "kid": "\(id)", "use": "sig", "x": "\(parameters.x)",
               "y": "\(parameters.y)"}]}
            """
        }
        let issuer = try await issuer(set("one"))
        #expect(try await issuer.subject(of: token(kid: "one"), now: now) == "desk-7")
        #expect(try await issuer.subject(of: token(), now: now) == "desk-7")
        await #expect(throws: RankingError.tokenUnknown) {
            try await issuer.subject(of: token(kid: "two"), now: now)
        }
        await #expect(throws: FileFault.self) { try await self.issuer(#"{"keys": [{"kty": "oct", "k": "YQ"}]}"#) }
        await #expect(throws: FileFault.self) { try await self.issuer(key.pemRepresentation) }
    }

    @Test("RSA and Ed25519 keys are read as PEM, several in one file")
    func kinds() async throws {
        let folder = try Folder()
        let openssl = URL(filePath: "/usr/bin/openssl")
        var pem = ""
        for (name, options) in [("rsa", ["-algorithm", "RSA"]), ("ed", ["-algorithm", "ED25519"])] {
            let made = try await DaemonProgram.run(openssl, ["genpkey", "-out", folder.path(name)] + options)
            try #require(made.status == 0, "\(made.output)")
            pem += try await DaemonProgram.run(openssl, ["pkey", "-pubout", "-in", folder.path(name)]).output
        }
        let issuer = try await issuer(pem)
        let rsa = try Insecure.RSA.PrivateKey(pem: String(contentsOfFile: folder.path("rsa"), encoding: .utf8))
        for digest in [DigestAlgorithm.sha256, .sha512] {
            let token = try await JWTKeyCollection().add(rsa: rsa, digestAlgorithm: digest).sign(Claims())
            #expect(try await issuer.subject(of: token, now: now) == "desk-7")
        }
        let edwards = try EdDSA.PrivateKey(pem: String(contentsOfFile: folder.path("ed"), encoding: .utf8))
        let token = try await JWTKeyCollection().add(eddsa: edwards).sign(Claims())
        #expect(try await issuer.subject(of: token, now: now) == "desk-7")
    }

    @Test("an outside token acts as the account linked to its subject, and is refused without an active one")
    func accounts() async throws {
        try await TestDatabase.with { database in
            let client = database.client()
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            try await ranking.makeAccount(name: "gilan.desk", person: "x", role: "provincial", provinces: ["01"])
            try await ranking.linkIdentity(issuer: "https://id.example", subject: "desk-7", to: "gilan.desk")
            let folder = try Folder()
            try folder.write(key.publicKey.pemRepresentation, to: "keys")
            let daemon = try DaemonProgram([
                "--port", "0", "--database", database.address(as: "pishkhan_app"), "--issuer", "https://id.example",
                "--issuer-audience", "pishkhan", "--issuer-keys", folder.path("keys"),
            ])
            try await daemon.listening()
            func me(_ token: String) async throws -> (status: Int, body: String) {
                try await daemon.get("/v1/me", ["--header", "Authorization: Bearer \(token)"])
            }
            let good = try await me(token())
            #expect(good.status == 200 && good.body.contains("gilan.desk"))
            let unlinked = try await me(token(Claims(sub: "desk-8")))
            #expect(unlinked.status == 401 && unlinked.body.contains("identity_unknown"))
            for strange in ["desk\0-7", "desk\u{1B}", "desk\n"] {
                let answer = try await me(token(Claims(sub: strange)))
                #expect(answer.status == 401 && answer.body.contains("token_unknown"), "\(answer)")
            }
            #expect(try daemon.lines().allSatisfy { $0["level"] as? String != "error" })
            let expired = try await me(token(Claims(exp: 1_000_000_000)))
            #expect(expired.status == 401 && expired.body.contains("token_expired"))
            try await ranking.disableAccount("gilan.desk", reason: "رفت")
            #expect(try await me(token()).body.contains("account_disabled"))
            try folder.write(ES256PrivateKey().publicKey.pemRepresentation, to: "keys")
            daemon.signal(SIGHUP)
            _ = try await daemon.line { $0["message"] as? String == "files reloaded" }
            #expect(try await me(token()).body.contains("token_unknown"))
            let own = try await ranking.issueToken(
                for: "operator", label: "t", expiresAt: Date(timeIntervalSinceNow: 600))
            #expect(try await me(own.secret.text).status == 200)
            #expect(try await daemon.stop() == 0)
            await client.close()
        }
    }
}
