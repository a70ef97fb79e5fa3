import Foundation

/// The seed of a random test: that of `SEED`, which `scripts/test` sets, else a new one. Printed, so that a failure can be
/// repeated.
public func printedSeed(_ test: String = #function) -> UInt64 {
    let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)
    print("\(test): SEED=\(seed)")
    return seed
}
