/// What does over HTTP what a command does.
enum Counterpart {
    /// An operation of the description, and where arguments and options of the command are given to it that have another
    /// name there. Arguments are named as the help names them, options with their dashes.
    case route(String, [String: Place] = [:])
    case none(because: String)

    enum Place: ExpressibleByStringLiteral {
        /// A parameter of the path or the query, or a member of the body.
        case name(String)
        /// The body is what the file holds.
        case body
        /// Another operation does what the option asks for.
        case operation(String)
        case none(because: String)

        init(stringLiteral name: String) {
            self = .name(name)
        }
    }

    /// Of options and arguments that many commands have.
    static let shared: [String: Place] = [
        "--database": .none(because: "the daemon has its database"),
        "--pooler": .none(because: "the daemon has its database"),
        "--account": .none(because: "the token says who asks"),
        "--lang": .none(because: "titles and refusals come in both languages, and codes in none"),
        "--version": .none(because: "the description says it"),
        "--help": .none(because: "the description says it"),
        "--effective": "effective_on",
        "file": .body,
    ]
}
