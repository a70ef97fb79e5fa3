import HTTPTypes
import Hummingbird

/// The id of a request: the client's if it is short and plain, otherwise a new one.
enum RequestID {
    static func of(_ request: Request) -> String {
        guard let given = request.headers[.requestID], (1...100).contains(given.utf8.count),
            given.utf8.allSatisfy(isPlain)
        else { return new() }
        return given
    }

    /// 128 random bits in hexadecimal. Every request without an id needs them, and a UUID costs four times as much.
    private static func new() -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity(32)
        for number in [UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)] {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15
                letters.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
