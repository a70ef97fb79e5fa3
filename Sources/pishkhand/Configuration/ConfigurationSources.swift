/// Where settings come from, the strongest first: flag, environment, file, default.
struct ConfigurationSources {
    var flags: [Setting: String] = [:]
    var environment: [String: String] = [:]
    var file: ConfigurationFile?

    /// In the order of the settings; one that has no value is left out.
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
