import ArgumentParser
import Hummingbird
import HummingbirdTLS
import JWTKit
import Web

@main
struct Pishkhand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pishkhand", abstract: "Serves the office ranking.")
}
