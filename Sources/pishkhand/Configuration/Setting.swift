/// A setting with its names: `unix_socket` in the file, `--unix-socket` as a flag, `PISHKHAN_UNIX_SOCKET` in the
/// environment.
enum Setting: String, CaseIterable {
    case database
    case directDatabase = "direct_database"
    case connections
    case pooler
    case statementTimeout = "statement_timeout"
    case publicConnections = "public_connections"
    case publicStatementTimeout = "public_statement_timeout"
    case address
    case port
    case unixSocket = "unix_socket"
    case behindTLS = "behind_tls"
    case tlsCertificate = "tls_certificate"
    case tlsKey = "tls_key"
    case trustedProxies = "trusted_proxies"
    case issuer
    case issuerAudience = "issuer_audience"
    case issuerKeys = "issuer_keys"
    case requestsPerSecond = "requests_per_second"
    case requestBurst = "request_burst"
    case failuresPerHour = "failures_per_hour"
    case failureBurst = "failure_burst"
    case clientConnections = "client_connections"
    case headerTimeout = "header_timeout"
    case idleTimeout = "idle_timeout"
    case slowestRate = "slowest_rate"
    case rateTimeout = "rate_timeout"
    case headerBytes = "header_bytes"
    case lineBytes = "line_bytes"
    case bodyBytes = "body_bytes"
    case uploadBytes = "upload_bytes"
    case uploadsAtOnce = "uploads_at_once"
    case uploadsOfAccount = "uploads_of_account"
    case slowestUpload = "slowest_upload"
    case findingsKept = "findings_kept"
    case uploadFolder = "upload_folder"
    case evidenceScanner = "evidence_scanner"
    case stopTimeout = "stop_timeout"
    case metrics
    case metricsTokenFile = "metrics_token_file"
    case allowedOrigins = "allowed_origins"
    case publishedMemory = "published_memory"
    case clock
    case hookCommand = "hook_command"
    case hookURL = "hook_url"
    case hookSecretFile = "hook_secret_file"
    case logLevel = "log_level"
    case today

    /// Nil if there is no default.
    var defaultText: String? {
        switch self {
        case .database: nil
        case .unixSocket, .allowedOrigins, .today, .tlsCertificate, .tlsKey, .trustedProxies, .issuer,
            .issuerAudience, .issuerKeys, .metricsTokenFile, .directDatabase, .hookCommand, .hookURL, .hookSecretFile,
            .uploadFolder, .evidenceScanner:
            ""
        case .clock: "true"
        case .connections: "8"
        case .pooler: "none"
        case .statementTimeout: "30"
        case .publicConnections: "3"
        case .publicStatementTimeout: "5"
        case .address: "127.0.0.1"
        case .port: "8080"
        case .behindTLS: "false"
        case .requestsPerSecond: "50"
        case .requestBurst: "200"
        case .failuresPerHour: "60"
        case .failureBurst: "20"
        case .clientConnections: "2000"
        case .headerTimeout: "10"
        case .idleTimeout: "60"
        case .slowestRate: "500"
        case .rateTimeout: "20"
        case .headerBytes: "32768"
        case .lineBytes: "8192"
        case .bodyBytes: "1048576"
        case .uploadBytes: "2147483648"
        case .uploadsAtOnce: "4"
        case .uploadsOfAccount: "2"
        case .slowestUpload: "16384"
        case .findingsKept: "10000"
        case .stopTimeout: "30"
        case .metrics: "loopback"
        case .publishedMemory: "64"
        case .logLevel: "info"
        }
    }

    /// The environment variables of the setting; the first one that is set wins.
    var variables: [String] {
        let own = "PISHKHAN_" + rawValue.uppercased()
        switch self {
        case .database: return [own, "DATABASE_URL"]
        case .directDatabase: return [own, "PISHKHAN_DIRECT_URL"]
        default: return [own]
        }
    }
}

/// A setting with its value and the source of the value.
struct ChosenSetting {
    let setting: Setting
    let value: String
    let source: Source

    enum Source {
        case flag
        case environment(String)
        case file(String)
        case preset

        var text: String {
            switch self {
            case .flag: "flag"
            case .environment(let variable): "environment \(variable)"
            case .file(let path): "file \(path)"
            case .preset: "default"
            }
        }
    }

    private var shown: String {
        switch setting {
        case .database, .directDatabase: Secrets.hidden(in: value)
        case .hookURL: Secrets.host(of: value)
        default: value
        }
    }

    /// A line of `--check-config`, without passwords.
    var line: String {
        "\(setting.rawValue) = \(shown)  (\(source.text))"
    }
}

enum Secrets {
    /// Removes passwords from a libpq connection text: a URI, or `key=value` pairs.
    static func hidden(in text: String) -> String {
        text.replacing(/(password\s*=\s*)('(\\.|[^'\\])*'|[^\s&]+)/.ignoresCase()) { "\($0.1)…" }
            .replacing(/^(\w+:\/\/[^:@\/]*):[^@\/]*@/) { "\($0.1):…@" }
    }

    /// The beginning of an address up to its port. The rest may be a key, as some message services have it.
    static func host(of address: String) -> String {
        guard !address.isEmpty else { return "" }
        guard let match = address.firstMatch(of: /^(https?:\/\/)(?:[^\/?#@]*@)?([^\/?#@]+)(.*)$/.ignoresCase()) else {
            return "…"
        }
        let rest = ["", "/"].contains(match.3) ? String(match.3) : "/…"
        return "\(match.1)\(match.2)\(rest)"
    }
}
