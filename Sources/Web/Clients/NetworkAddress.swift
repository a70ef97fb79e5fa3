import Foundation

/// An IPv4 or IPv6 address as its 4 or 16 bytes. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 one.
struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// Nil for anything that is not an address alone, or an address with a port as proxies write it.
    init?(_ text: some StringProtocol) {
        let text = Self.withoutPort(String(text))
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: six) { Array($0) }
            bytes = all.starts(with: Self.mapped) ? Array(all.suffix(4)) : all
        } else {
            return nil
        }
    }

    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// What counts as one client: whoever has an IPv6 address has all those of its network of 64 bits.
    var clientBytes: [UInt8] { Array(bytes.prefix(8)) }

    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]

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
        let all = first.bytes.count * 8
        guard let bits = parts.count == 2 ? Int(parts[1]) : all, (0...all).contains(bits) else { return nil }
        (self.first, bitCount) = (first, bits)
    }

    func contains(_ address: NetworkAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        return zip(first.bytes, address.bytes).enumerated().allSatisfy { place, pair in
            let bits = min(8, max(0, bitCount - place * 8))
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            return pair.0 & mask == pair.1 & mask
        }
    }
}
