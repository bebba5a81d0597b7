package io.hackhub.core.live;

import io.hackhub.core.shared.UserId;
import org.jspecify.annotations.Nullable;

/// Who subscribes: no `user` is a guest. `admin` is the platform's role, from the access token.
public record Reader(@Nullable UserId user, boolean admin) {
    public static final Reader GUEST = new Reader(null, false);
}
