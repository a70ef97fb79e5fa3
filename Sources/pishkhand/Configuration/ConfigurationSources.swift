/// The sources of settings, the strongest first: flag, environment, file, default.
struct ConfigurationSources {
    var flags: [Setting: String] = [:]
    var environment: [String: String] = [:]
    var file: ConfigurationFile?

    /// The chosen value of each setting, in their order; settings without a value are left out.
    var chosen: [ChosenSetting] {
        Setting.allCases.compactMap { setting in
            if let value = flags[setting] { return ChosenSetting(setting: setting, value: value, source: .flag) }
            for variable in setting.variables {
                // An empty variable counts as absent.
                guard let value = environment[variable], !value.isEmpty else { continue }
                return ChosenSetting(setting: setting, value: value, source: .environment(variable))
            }
            if let file, let value = file.values[setting] {
                return ChosenSetting(setting: setting, value: value, source: .file(file.path))
            }
            return setting.defaultText.map { ChosenSetting(setting: setting, value: $0, source: .preset) }
        }
    }
}
