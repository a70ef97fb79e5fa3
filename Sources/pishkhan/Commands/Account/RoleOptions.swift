import ArgumentParser

/// The role of an account and its scope.
struct RoleOptions: ParsableArguments {
    @Option(help: "Role, as `account roles` lists them. نقش.")
    var role: String

    @Option(help: "Province of a provincial account, by code or name; may be repeated. استان.")
    var province: [String] = []

    @Option(help: "Code of the agency of an agency's account. کد دستگاه.")
    var agency: String?
}
