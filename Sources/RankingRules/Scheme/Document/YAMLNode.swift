/// A part of a YAML document with its position. Repeated keys are kept, and scalars stay text.
struct YAMLNode {
    let position: Position
    let content: Content

    struct Position: Hashable {
        /// The line, from 1.
        let line: Int
        /// The column, from 1, in Unicode scalars.
        let column: Int

        static let start = Position(line: 1, column: 1)
    }

    enum Content {
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
        /// A node that was refused already; it gives no further fault.
        case refused
    }
}
