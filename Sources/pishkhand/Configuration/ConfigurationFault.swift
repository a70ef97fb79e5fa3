/// What is wrong with the configuration, all of it at once.
struct ConfigurationFault: Error, CustomStringConvertible {
    let faults: [String]

    var description: String { faults.joined(separator: "\n") }
}
