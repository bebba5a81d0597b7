package io.hackhub.http.shared;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import java.util.EnumSet;
import java.util.Set;

/// Who is signed in, as of this request. `admin` is the platform role; all other roles are looked up where they matter.
public record Caller(UserId id, SessionId session, boolean admin, boolean emailVerified, Author author) {

    /// What the caller is on the platform, besides what they are `here`.
    public Set<Grant> grants(Set<Grant> here) {
        var grants = EnumSet.noneOf(Grant.class);
        grants.addAll(here);
        if (admin) {
            grants.add(Grant.ADMIN);
        }
        return grants;
    }
}
