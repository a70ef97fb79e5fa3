/// The text form of arrays (PostgreSQL manual, 8.15.6).
@usableFromInline
enum ArrayText {
    static func written(_ elements: [String]) -> String {
        "{" + elements.joined(separator: ",") + "}"
    }

    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads an array and passes each element's text (nil is NULL) to `decode`; an element that is an array is passed
    /// with its braces.
    @inlinable
    static func read<Element>(
        _ text: UnsafeRawBufferPointer, _ decode: (UnsafeRawBufferPointer?) throws -> Element
    ) throws -> [Element] {
        var reader = try ArrayReader(text)
        var elements: [Element] = []
        while let element = try reader.next() {
            switch element {
            case .null: elements.append(try decode(nil))
            case .plain(let range): elements.append(try decode(UnsafeRawBufferPointer(rebasing: text[range])))
            case .unescaped(let bytes): elements.append(try bytes.withUnsafeBytes { try decode($0) })
            }
        }
        return elements
    }
}

@usableFromInline
struct ArrayReader {
    @usableFromInline
    enum Element {
        case null
        case plain(Range<Int>)
        case unescaped([UInt8])
    }

    private let text: UnsafeRawBufferPointer
    private var position: Int
    private let end: Int

    @usableFromInline
    init(_ text: UnsafeRawBufferPointer) throws {
        // Bounds that do not start at 1 come before the braces, as in [0:1]={7,8}.
        guard let open = text.firstIndex(of: UInt8(ascii: "{")), text.last == UInt8(ascii: "}") else {
            throw PostgresDecodingFault("not an array")
        }
        self.text = text
        position = open + 1
        end = text.count - 1
    }

    @usableFromInline
    mutating func next() throws -> Element? {
        guard position < end else { return nil }
        let element: Element =
            switch text[position] {
            case UInt8(ascii: "\""): try quoted()
            case UInt8(ascii: "{"): try nested()
            default: plain()
            }
        guard position == end || text[position] == UInt8(ascii: ",") else {
            throw PostgresDecodingFault("not an array")
        }
        position += 1
        return element
    }

    private mutating func plain() -> Element {
        let start = position
        while position < end, text[position] != UInt8(ascii: ",") { position += 1 }
        let element = text[start..<position]
        return element.elementsEqual("NULL".utf8) ? .null : .plain(start..<position)
    }

    private mutating func quoted() throws -> Element {
        position += 1
        let start = position
        var unescaped: [UInt8]?
        while position < end, text[position] != UInt8(ascii: "\"") {
            if text[position] == UInt8(ascii: "\\") {
                if unescaped == nil { unescaped = Array(text[start..<position]) }
                position += 1
            }
            guard position < end else { break }
            unescaped?.append(text[position])
            position += 1
        }
        guard position < end else { throw PostgresDecodingFault("not an array") }
        position += 1
        return unescaped.map(Element.unescaped) ?? .plain(start..<position - 1)
    }

    private mutating func nested() throws -> Element {
        let start = position
        var depth = 0
        repeat {
            guard position < end else { throw PostgresDecodingFault("not an array") }
            switch text[position] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\""): skipQuoted()
            default: break
            }
            position += 1
        } while depth > 0
        return .plain(start..<position)
    }

    /// Stops at the closing quote.
    private mutating func skipQuoted() {
        position += 1
        while position < end, text[position] != UInt8(ascii: "\"") {
            position += text[position] == UInt8(ascii: "\\") ? 2 : 1
        }
    }
}
