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
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, new in new } }
        if let given = event.metadata { all.merge(given) { _, new in new } }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { line.add(key, value) }
        if let error = event.error { line.add("error", String(describing: type(of: error))) }
        LogOutput.errors.write(line.end())
    }
}
