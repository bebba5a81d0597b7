package io.hackhub.core.access;

/// What [Policy] says.
public enum Decision {
    ALLOWED,
    /// Allowed to a platform admin over the heads of those whose matter it is: goes into the audit log.
    OVERRIDE,
    DENIED;

    public boolean allows() {
        return this != DENIED;
    }
}
