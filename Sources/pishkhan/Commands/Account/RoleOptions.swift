import ArgumentParser

/// The role of an account and its scope.
struct RoleOptions: ParsableArguments {
    @Option(help: "Role, as `account roles` lists them. نقش.")
    var role: String

    @Option(help: "Province of an account that works in provinces, by code or name; may be repeated. استان.")
    var province: [String] = []

    @Option(help: "Region of an account that works in its provinces, 1 to 9; may be repeated. منطقه.")
    var region: [Int] = []

    @Option(help: "Office of an office's account, by its code; may be repeated. دفتر.")
    var office: [String] = []

    @Option(help: "Code of the agency of an agency's account. کد دستگاه.")
    var agency: String?
}
