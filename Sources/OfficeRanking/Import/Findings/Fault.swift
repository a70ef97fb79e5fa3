/// What is wrong, before it is known where: a finding without its location.
///
/// The arguments are limits and expectations, never the text of a cell, which may be personal.
struct Fault: Error, Equatable {
    let code: FindingCode
    let arguments: [String]

    init(_ code: FindingCode, _ arguments: String...) {
        self.code = code
        self.arguments = arguments
    }
}
