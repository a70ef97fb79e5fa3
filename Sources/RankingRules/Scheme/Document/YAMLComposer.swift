// libyaml, the C part of Yams, is used directly: Yams' own tree rejects a repeated key without reporting the other
// faults of the file, and expands aliases before they can be refused.
internal import CYaml

/// Composes the tree of one YAML document from libyaml's events.
///
/// Refuses anchors, aliases, tags and further documents, nesting deeper than `deepestNesting`, and more than
/// `mostNodes` nodes. The work is linear in the length of the text.
final class YAMLComposer {
    static let deepestNesting = 32
    /// Keys, values and lists in all: twenty times those of a real scheme. The limit bounds every check that compares
    /// the parts of a document with each other.
    static let mostNodes = 20_000

    private var parser = yaml_parser_t()
    private let log: FaultLog
    private var nodeCount = 0

    /// The root of the document; nil if there is none or the text is not YAML.
    static func compose(_ text: String, log: FaultLog) -> YAMLNode? {
        var bytes = Array(text.utf8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            let composer = YAMLComposer(log: log)
            yaml_parser_set_input_string(&composer.parser, buffer.baseAddress, buffer.count)
            return try? composer.document()
        }
    }

    private init(log: FaultLog) {
        self.log = log
        yaml_parser_initialize(&parser)
    }

    deinit {
        yaml_parser_delete(&parser)
    }

    /// Thrown after the reason is logged.
    private struct Abandoned: Error {}

    private func document() throws(Abandoned) -> YAMLNode? {
        _ = try nextEvent()
        guard try nextEvent().type != YAML_STREAM_END_EVENT else {
            log.add(.emptyDocument, at: .start, path: "")
            return nil
        }
        let root = try node(from: nextEvent(), depth: 1)
        _ = try nextEvent()
        let following = try nextEvent()
        if following.type != YAML_STREAM_END_EVENT { log.add(.severalDocuments, at: following.position, path: "") }
        return root
    }

    private func node(from event: YAMLEvent, depth: Int) throws(Abandoned) -> YAMLNode {
        guard depth <= Self.deepestNesting else {
            log.add(.tooDeep(limit: Self.deepestNesting), at: event.position, path: "")
            throw Abandoned()
        }
        nodeCount += 1
        guard nodeCount <= Self.mostNodes else {
            log.add(.tooManyNodes(limit: Self.mostNodes), at: event.position, path: "")
            throw Abandoned()
        }
        if event.hasAnchor { log.add(.anchorRefused, at: event.position, path: "") }
        if event.hasTag { log.add(.tagRefused, at: event.position, path: "") }
        return YAMLNode(position: event.position, content: try content(of: event, depth: depth))
    }

    private func content(of event: YAMLEvent, depth: Int) throws(Abandoned) -> YAMLNode.Content {
        switch event.type {
        case YAML_SCALAR_EVENT:
            return .scalar(event.scalarText, isPlain: event.isPlainScalar)
        case YAML_SEQUENCE_START_EVENT:
            return .sequence(try items(depth: depth))
        case YAML_MAPPING_START_EVENT:
            return .mapping(try pairs(depth: depth))
        default:
            log.add(.aliasRefused, at: event.position, path: "")
            return .refused
        }
    }

    private func items(depth: Int) throws(Abandoned) -> [YAMLNode] {
        var items: [YAMLNode] = []
        while case let event = try nextEvent(), event.type != YAML_SEQUENCE_END_EVENT {
            items.append(try node(from: event, depth: depth + 1))
        }
        return items
    }

    private func pairs(depth: Int) throws(Abandoned) -> [(key: YAMLNode, value: YAMLNode)] {
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        while case let event = try nextEvent(), event.type != YAML_MAPPING_END_EVENT {
            let key = try node(from: event, depth: depth + 1)
            pairs.append((key, try node(from: nextEvent(), depth: depth + 1)))
        }
        return pairs
    }

    private func nextEvent() throws(Abandoned) -> YAMLEvent {
        let event = YAMLEvent()
        if yaml_parser_parse(&parser, &event.event) == 1 { return event }
        let problem = parser.problem.map { String(cString: $0) } ?? "not readable"
        // A fault of the byte reader has no mark of its own; the current position is the nearest.
        let position = position(parser.error == YAML_READER_ERROR ? parser.mark : parser.problem_mark)
        // libyaml reads up to 1024 characters ahead, and may meet its own limit of nesting first.
        let isTooDeep = problem.hasPrefix("Maximum nesting level")
        log.add(isTooDeep ? .tooDeep(limit: Self.deepestNesting) : .malformedYAML(problem), at: position, path: "")
        throw Abandoned()
    }

    private func position(_ mark: yaml_mark_t) -> YAMLNode.Position {
        YAMLNode.Position(line: mark.line + 1, column: mark.column + 1)
    }
}

/// Owner of one libyaml event.
private final class YAMLEvent {
    var event = yaml_event_t()

    deinit {
        yaml_event_delete(&event)
    }

    var type: yaml_event_type_t {
        event.type
    }

    var position: YAMLNode.Position {
        YAMLNode.Position(line: event.start_mark.line + 1, column: event.start_mark.column + 1)
    }

    var scalarText: String {
        let bytes = UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
        return String(decoding: bytes, as: UTF8.self)
    }

    var isPlainScalar: Bool {
        event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
    }

    var hasAnchor: Bool {
        switch type {
        case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil
        case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor != nil
        case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor != nil
        default: false
        }
    }

    var hasTag: Bool {
        switch type {
        case YAML_SCALAR_EVENT: event.data.scalar.tag != nil
        case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.tag != nil
        case YAML_MAPPING_START_EVENT: event.data.mapping_start.tag != nil
        default: false
        }
    }
}
