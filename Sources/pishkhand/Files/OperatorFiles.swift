import Foundation
import NIOSSL
import Web

/// The files that the settings name, which are read again when they change, and the folder for received files.
struct OperatorFiles {
    let tls: TLSFiles?
    let issuer: IssuerFile?
    let metricsTokenFile: String?
    /// The key file that signs messages to the hook.
    let hookSecretFile: String?
    /// The program that takes messages.
    let hookCommand: String?
    /// The program that looks for viruses in evidence, with its arguments.
    let evidenceScanner: String?
    /// Nil means the system's folder for temporary files.
    let uploadFolder: String?

    init(_ reader: inout SettingReader) {
        let certificate = reader.text(.tlsCertificate)
        let key = reader.text(.tlsKey)
        if (certificate == nil) != (key == nil) { reader.add("tls_certificate and tls_key: give both or neither") }
        tls = certificate.flatMap { certificate in key.map { TLSFiles(certificate: certificate, key: $0) } }
        let given = (reader.text(.issuer), reader.text(.issuerAudience), reader.text(.issuerKeys))
        if case (let name?, let audience?, let keys?) = given {
            issuer = IssuerFile(name: name, audience: audience, path: keys)
        } else {
            issuer = nil
            if given != (nil, nil, nil) {
                reader.add("issuer, issuer_audience and issuer_keys: give all three or none")
            }
        }
        metricsTokenFile = reader.text(.metricsTokenFile)
        hookSecretFile = reader.text(.hookSecretFile)
        hookCommand = reader.text(.hookCommand)
        evidenceScanner = reader.text(.evidenceScanner)
        uploadFolder = reader.text(.uploadFolder)
    }

    /// Throws every unusable file at once.
    func check() async throws {
        var faults: [String] = []
        func trying(_ read: () async throws -> Void) async {
            do {
                try await read()
            } catch let fault as FileFault {
                faults.append("\(fault)")
            } catch {
                faults.append(String(describing: type(of: error)))
            }
        }
        await trying { _ = try tls?.context() }
        await trying { _ = try await issuer?.keys() }
        await trying { _ = try metricsTokenFile.map(SecretFile.text) }
        await trying { _ = try hookSecretFile.map(SecretFile.text) }
        await trying { try hookCommand.map(ProgramFile.check) }
        await trying { try evidenceScanner.map { try ProgramFile.check(String($0.prefix { $0 != " " })) } }
        await trying { try uploadFolder.map(WritableFolder.check) }
        if !faults.isEmpty { throw ConfigurationFault(faults: faults) }
    }
}

/// An unusable file with the reason, but without its contents.
struct FileFault: Error, CustomStringConvertible {
    let description: String

    init(_ path: String, _ reason: String) {
        description = "\(path): \(reason)"
    }
}

/// A file with one secret line.
enum SecretFile {
    static func text(_ path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw FileFault(path, "the file cannot be read") }
        let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard line.utf8.count >= 16 else { throw FileFault(path, "expected a secret of at least 16 bytes") }
        return line
    }
}

/// A program that the daemon may start.
enum ProgramFile {
    static func check(_ path: String) throws {
        let kind = try? FileManager.default.attributesOfItem(atPath: resolved(path))[.type] as? FileAttributeType
        guard kind == .typeRegular, FileManager.default.isExecutableFile(atPath: path) else {
            throw FileFault(path, "this is no program that can be started")
        }
    }

    private static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }
}

/// A folder in which the daemon may make folders.
enum WritableFolder {
    static func check(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw FileFault(path, "there is no such folder")
        }
        guard access(path, W_OK | X_OK) == 0 else { throw FileFault(path, "this program may not write there") }
    }
}
