/// A fault whose location is not known yet.
///
/// The arguments are limits and expected values, never the text of a cell, which may be personal.
struct Fault: Error, Equatable {
    let code: FindingCode
    let arguments: [String]

    init(_ code: FindingCode, _ arguments: String...) {
        self.code = code
        self.arguments = arguments
    }
}
