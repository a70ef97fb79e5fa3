import Foundation
import NIOCore

/// An IPv4 or IPv6 address. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 one.
struct NetworkAddress: Hashable, Sendable {
    /// The bits of the address from the highest on; the bits after it are zero.
    fileprivate let bits: UInt128
    /// 32 or 128.
    fileprivate let bitCount: Int

    /// Reads an address alone, or with a port as proxies write it; nil for anything else.
    init?(_ text: some StringProtocol) {
        let text = Self.withoutPort(String(text))
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(four)
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(six)
        } else {
            return nil
        }
    }

    /// Nil for a Unix socket.
    init?(_ address: SocketAddress) {
        switch address {
        case .v4(let address): self.init(address.address.sin_addr)
        case .v6(let address): self.init(address.address.sin6_addr)
        case .unixDomainSocket: return nil
        }
    }

    private init(_ four: in_addr) {
        self.init(bits: UInt128(UInt32(bigEndian: four.s_addr)) << 96, bitCount: 32)
    }

    private init(_ six: in6_addr) {
        let all = withUnsafeBytes(of: six) { $0.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } }
        self = all >> 32 == 0xFFFF ? .init(bits: all << 96, bitCount: 32) : .init(bits: all, bitCount: 128)
    }

    private init(bits: UInt128, bitCount: Int) {
        (self.bits, self.bitCount) = (bits, bitCount)
    }

    var isLoopback: Bool { bitCount == 32 ? bits >> 120 == 127 : bits == 1 }

    /// The address that counts as one client: a client with an IPv6 address has its whole network of 64 bits.
    var client: NetworkAddress { NetworkAddress(bits: (bits >> 64) << 64, bitCount: bitCount) }

    /// `192.0.2.1:80` and `[2001:db8::1]:80` without their ports.
    private static func withoutPort(_ text: String) -> String {
        if text.hasPrefix("[") { return String(text.dropFirst().prefix { $0 != "]" }) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 ? String(parts[0]) : text
    }
}

/// All addresses that begin with the same bits: `192.0.2.0/24`, `2001:db8::/32`, or one address.
struct Network: Hashable, Sendable {
    private let first: NetworkAddress
    private let bitCount: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = NetworkAddress(parts[0]) else { return nil }
        guard let bits = parts.count == 2 ? Int(parts[1]) : first.bitCount, (0...first.bitCount).contains(bits) else {
            return nil
        }
        (self.first, bitCount) = (first, bits)
    }

    func contains(_ address: NetworkAddress) -> Bool {
        address.bitCount == first.bitCount && (address.bits ^ first.bits) >> (128 - bitCount) == 0
    }
}
