/// A node with its path, to be read as a value. If it is not such a value, the fault is logged and nil returned.
struct Field {
    let node: YAMLNode
    let path: String
    let log: FaultLog

    func refuse(_ reason: @autoclosure () -> FaultReason) {
        log.add(reason(), at: node.position, path: path)
    }

    func refuseMissing(_ key: String) {
        log.add(.missingKey(key), at: node.position, path: path(of: key))
    }

    func item(_ index: Int, _ node: YAMLNode) -> Field {
        Field(node: node, path: "\(path)[\(index)]", log: log)
    }

    /// The items of a list that is not empty.
    func items(expecting expected: ExpectedType = .list) -> [Field]? {
        guard case .sequence(let nodes) = node.content else { return refused(expected) }
        if nodes.isEmpty { refuse(.emptyList) }
        return nodes.enumerated().map { item($0.offset, $0.element) }
    }

    /// The keys and values of a mapping in the order of the file; only the first value of a repeated key.
    func entries() -> [Entry]? {
        guard case .mapping(let pairs) = node.content else { return refused(.mapping) }
        var lines: [String: Int] = [:]
        var entries: [Entry] = []
        for pair in pairs {
            guard case .scalar(let text, _) = pair.key.content else {
                let _: String? = Field(node: pair.key, path: path, log: log).refused(.text)
                continue
            }
            let path = path(of: Self.excerpt(text))
            let key = Field(node: pair.key, path: path, log: log)
            if let line = lines[text] {
                key.refuse(.repeatedKey(Self.excerpt(text), firstLine: line))
            } else {
                lines[text] = pair.key.position.line
                entries.append(Entry(text: text, key: key, value: Field(node: pair.value, path: path, log: log)))
            }
        }
        return entries
    }

    struct Entry {
        let text: String
        let key: Field
        let value: Field
    }

    /// A value of a mapping whose keys are checked later, because this value decides which keys may occur.
    func preview(_ key: String) -> Field? {
        guard case .mapping(let pairs) = node.content else { return nil }
        let pair = pairs.first { if case .scalar(key, _) = $0.key.content { true } else { false } }
        return pair.map { Field(node: $0.value, path: path(of: key), log: log) }
    }

    /// A mapping with exactly these keys.
    func mapping(required: [String], optional: [String] = []) -> FieldMap? {
        guard let entries = entries() else { return nil }
        let known = required + optional
        var fields: [String: Field] = [:]
        for entry in entries {
            if known.contains(entry.text) {
                fields[entry.text] = entry.value
            } else {
                entry.key.refuse(.unknownKey(Self.excerpt(entry.text), known: known))
            }
        }
        for key in required where fields[key] == nil { refuseMissing(key) }
        return FieldMap(field: self, fields: fields)
    }

    /// The text of a scalar; a plain `~`, `null` or an empty value gives nil.
    func scalar() -> String? {
        guard case .scalar(let text, let isPlain) = node.content else { return refused(.text) }
        return isPlain && ["", "~", "null"].contains(text) ? refused(.text) : text
    }

    func refused<Value>(_ expected: ExpectedType) -> Value? {
        if case .refused = node.content { return nil }
        refuse(.wrongType(expected))
        return nil
    }

    private func path(of key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// The beginning of a text of the file, in a form that a message may quote.
    static func excerpt(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(60).map { TextRules.isRefused($0) ? "\u{FFFD}" : Character($0) }
        return String(shown) + (text.unicodeScalars.count > 60 ? "…" : "")
    }
}

/// The values of a mapping by key.
struct FieldMap {
    let field: Field
    let fields: [String: Field]

    subscript(key: String) -> Field? {
        fields[key]
    }

    /// The value of an optional key: nil if it is faulty, a nil inside if it is absent.
    func optional<Value>(_ key: String, _ read: (Field) -> Value?) -> Value?? {
        guard let field = fields[key] else { return .some(nil) }
        return read(field).map(Optional.some)
    }

    /// The value of an optional key; nil if it is faulty.
    func value<Value>(_ key: String, default absent: Value, _ read: (Field) -> Value?) -> Value? {
        guard let field = fields[key] else { return absent }
        return read(field)
    }

    /// The one key of these that is present. It is a fault if none, or more than one, is present.
    func exactlyOne(of keys: [String]) -> (key: String, value: Field)? {
        let given = keys.filter { fields[$0] != nil }
        guard given.count == 1, let key = given.first, let value = fields[key] else {
            field.refuse(.conflictingKeys(keys))
            return nil
        }
        return (key, value)
    }
}
