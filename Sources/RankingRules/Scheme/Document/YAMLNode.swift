/// A part of a YAML document with the place where it begins. Repeated keys are kept, scalars stay text.
struct YAMLNode {
    let place: Place
    let content: Content

    struct Place: Hashable {
        /// From 1.
        let line: Int
        /// From 1, in Unicode scalars.
        let column: Int

        static let start = Place(line: 1, column: 1)
    }

    enum Content {
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
        /// Already refused; says nothing further.
        case refused
    }
}
