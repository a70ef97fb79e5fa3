import Foundation
import HTTPTypes
import Hummingbird

/// The name of a request: the one it came with when that is short and plain, else a new one.
enum RequestName {
    static func of(_ request: Request) -> String {
        guard let given = request.headers[.requestID], (1...100).contains(given.utf8.count),
            given.utf8.allSatisfy(isPlain)
        else { return UUID().uuidString.lowercased() }
        return given
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
