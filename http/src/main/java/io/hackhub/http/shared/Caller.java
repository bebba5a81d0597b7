package io.hackhub.http.shared;

import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;

/// Who is signed in, as of this request. `admin` is the platform role; all other roles are looked up where they matter.
public record Caller(UserId id, SessionId session, boolean admin, boolean emailVerified, Author author) {}
