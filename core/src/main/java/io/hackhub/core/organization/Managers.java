package io.hackhub.core.organization;

import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import java.util.Map;

/// An organization's OWNERs and ADMINs, as of the `version`th change of them.
public record Managers(OrganizationId organization, long version, Map<UserId, OrganizationRole> roles) {
    public Managers {
        roles = Map.copyOf(roles);
    }
}
