package io.hackhub.core.organization;

import io.hackhub.core.access.Grant;

/// What somebody is in an organization.
public enum OrganizationRole {
    OWNER(Grant.ORGANIZATION_OWNER),
    ADMIN(Grant.ORGANIZATION_ADMIN),
    FINANCE(Grant.ORGANIZATION_FINANCE),
    STAFF(Grant.ORGANIZATION_STAFF);

    private final Grant grant;

    OrganizationRole(Grant grant) {
        this.grant = grant;
    }

    public Grant grant() {
        return grant;
    }
}
