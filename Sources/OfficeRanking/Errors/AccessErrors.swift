/// Errors of accounts, roles, tokens and identities.
extension RankingError {
    // Accounts and roles.
    public static let notAllowed = Self(.notAllowed)
    /// The role of the account lacks the permission.
    public static func permissionMissing(permission: String) -> Self { Self(.permissionMissing, permission) }
    /// The account that acts does not exist or is disabled.
    public static func unknownActor(_ detail: String) -> Self { Self(.unknownActor, detail) }
    /// A row names another account or person than the one that acts.
    public static let notTheActor = Self(.notTheActor)
    /// Built-in accounts cannot be changed, and every account keeps its name and person.
    public static func accountIsFixed(account: String) -> Self { Self(.accountIsFixed, account) }
    public static func lastHeadquartersAccount(account: String) -> Self { Self(.lastHeadquartersAccount, account) }
    public static let nobodyGrantsToHimself = Self(.nobodyGrantsToHimself)
    /// The person who issued a token, linked an identity, overruled an obstacle or proposed an amendment may not
    /// confirm it.
    public static func anotherPersonConfirms(account: String) -> Self { Self(.anotherPersonConfirms, account) }
    public static func serviceOfAnotherAgency(service: String) -> Self { Self(.serviceOfAnotherAgency, service) }
    public static func unknownRole(_ detail: String) -> Self { Self(.unknownRole, detail) }
    public static func unknownAccount(_ detail: String) -> Self { Self(.unknownAccount, detail) }
    /// The number of a token that does not exist or is revoked already.
    public static func noSuchToken(number: String) -> Self { Self(.noSuchToken, number) }
    public static func noSuchIdentity(issuer: String) -> Self { Self(.noSuchIdentity, issuer) }

    // Tokens and outside identities.
    public static let tokenUnknown = Self(.tokenUnknown)
    public static let tokenExpired = Self(.tokenExpired)
    public static let tokenRevoked = Self(.tokenRevoked)
    /// The account's role needs another person to confirm the token or identity.
    public static let proofNotConfirmed = Self(.proofNotConfirmed)
    public static let accountDisabled = Self(.accountDisabled)
    public static let identityUnknown = Self(.identityUnknown)

    // Passwords and invitations.
    /// The account is unknown or has no password, the password is another, or the log-in waits after failures: nobody is
    /// told which.
    public static let loginRefused = Self(.loginRefused)
    public static let passwordIsWeak = Self(.passwordIsWeak)
    public static let invitationUnknown = Self(.invitationUnknown)
    public static let invitationExpired = Self(.invitationExpired)
    /// The invitation was accepted, withdrawn, or replaced by another one.
    public static let invitationEnded = Self(.invitationEnded)
    /// So many passwords are being checked that no more may wait.
    public static let tooManyLogins = Self(.tooManyLogins)
}
