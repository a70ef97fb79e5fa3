/// The records of a pax header, each `LENGTH KEY=VALUE` and a newline; the length counts the whole record.
struct PaxRecords {
    private(set) var path: [UInt8]?
    private(set) var byteCount: Int?

    init(_ bytes: [UInt8]) throws(ArchiveFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let digits = rest.prefix { $0 != UInt8(ascii: " ") }
            guard let length = Int(String(decoding: digits, as: UTF8.self)), length > digits.count + 1,
                length <= rest.count
            else { throw .damaged }
            let record = rest.prefix(length).dropFirst(digits.count + 1)
            rest = rest.dropFirst(length)
            guard record.last == UInt8(ascii: "\n"), let equals = record.firstIndex(of: UInt8(ascii: "=")) else {
                throw .damaged
            }
            let value = record[(equals + 1)...].dropLast()
            try take(String(decoding: record[..<equals], as: UTF8.self), value)
        }
    }

    private mutating func take(_ key: String, _ value: ArraySlice<UInt8>) throws(ArchiveFault) {
        switch key {
        case "path": path = Array(value)
        case "size":
            guard let count = Int(String(decoding: value, as: UTF8.self)), count >= 0 else { throw .damaged }
            byteCount = count
        // The bytes of a sparse file differ from those of the file.
        case _ where key.hasPrefix("GNU.sparse."): throw .unsupported
        default: break
        }
    }
}
