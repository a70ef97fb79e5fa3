/// A JSON value whose objects keep the order in which they were made.
public enum JSONValue: Sendable {
    case string(String)
    case integer(Int64)
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([(String, JSONValue)])
    /// A text that is JSON already, written as it is.
    case written(String)

    /// The text after RFC 8259, indented by two spaces a level. An object inside a list is one line, so that rows can
    /// be compared by line.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text in UTF-8.
    public var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self, level: 0, isInline: false)
        return writer.bytes
    }

    /// The text on one line.
    public var line: String {
        var writer = JSONWriter()
        writer.write(self, level: 0, isInline: true)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
