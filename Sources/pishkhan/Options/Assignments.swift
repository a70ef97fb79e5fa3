import ArgumentParser

/// NAME=VALUE arguments of a command.
struct Assignments {
    let values: [String: String]

    init(_ arguments: [String]) throws {
        var values: [String: String] = [:]
        for argument in arguments {
            guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else {
                throw ValidationError("Write each field as FIELD=VALUE.")
            }
            let value = String(argument[argument.index(after: sign)...])
            guard values.updateValue(value, forKey: String(argument[..<sign])) == nil else {
                throw ValidationError("A field is given twice.")
            }
        }
        self.values = values
    }
}
