import Foundation
import Logging

/// Writes each event as one line of JSON to the error output.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level
    private let label: String

    init(label: String, level: Logger.Level) {
        self.label = label
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = JSONLine()
        line.add("at", LogInstant.text(Date()))
        line.add("level", event.level.rawValue)
        line.add("message", event.message.description)
        line.add("logger", label)
        for (key, value) in members(of: event) { line.add(key, value) }
        if let error = event.error { line.add("error", String(describing: type(of: error))) }
        LogOutput.errors.write(line.end())
    }

    /// The members by key; of equal keys that of the event counts. Two dictionaries are not merged, because that would
    /// cost every request a third one. The framework's request number is left out: our id says more.
    private func members(of event: LogEvent) -> [(key: String, value: Logger.Metadata.Value)] {
        let given = event.metadata ?? [:]
        var members = Array(given)
        let provided = metadataProvider?.get() ?? [:]
        for (key, value) in provided where given[key] == nil { members.append((key, value)) }
        for (key, value) in metadata where given[key] == nil && provided[key] == nil && key != "hb.request.id" {
            members.append((key, value))
        }
        members.sort { $0.key < $1.key }
        return members
    }
}
