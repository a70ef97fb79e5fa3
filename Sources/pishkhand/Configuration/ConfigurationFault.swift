/// All faults of the configuration at once.
struct ConfigurationFault: Error, CustomStringConvertible {
    let faults: [String]

    var description: String { faults.joined(separator: "\n") }
}
