/// A part of a YAML document with the position where it begins. Repeated keys are kept, scalars stay text.
struct YAMLNode {
    let position: Position
    let content: Content

    struct Position: Hashable {
        /// From 1.
        let line: Int
        /// From 1, in Unicode scalars.
        let column: Int

        static let start = Position(line: 1, column: 1)
    }

    enum Content {
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
        /// Already refused; says nothing further.
        case refused
    }
}
