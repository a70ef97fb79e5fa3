import ArgumentParser

/// The flags about clients and how they are identified.
struct AccessOptions: ParsableArguments {
    @Option(help: "PEM file of the certificate and its chain; turns TLS on. گواهی TLS.")
    var tlsCertificate: String?

    @Option(help: "PEM file of the certificate's private key. کلید گواهی.")
    var tlsKey: String?

    @Option(
        help: """
            Proxies whose X-Forwarded headers count: addresses and networks parted by commas, and unix for the Unix \
            socket. پراکسی‌های مورد اعتماد.
            """)
    var trustedProxies: String?

    @Option(help: "Issuer (iss) of an outside identity provider's tokens. صادرکنندهٔ هویت بیرونی.")
    var issuer: String?

    @Option(help: "Audience (aud) that those tokens must name. مخاطب توکن‌های بیرونی.")
    var issuerAudience: String?

    @Option(help: "File of that issuer's public keys: PEM or a JWK set. کلیدهای صادرکننده.")
    var issuerKeys: String?

    @Option(help: "Who may read /metrics: loopback, token or nobody. خوانندهٔ شمارنده‌ها.")
    var metrics: String?

    @Option(help: "File of the token that reads /metrics. پروندهٔ توکن شمارنده‌ها.")
    var metricsTokenFile: String?

    var given: [Setting: String?] {
        [
            .tlsCertificate: tlsCertificate, .tlsKey: tlsKey, .trustedProxies: trustedProxies, .issuer: issuer,
            .issuerAudience: issuerAudience, .issuerKeys: issuerKeys, .metrics: metrics,
            .metricsTokenFile: metricsTokenFile,
        ]
    }
}
