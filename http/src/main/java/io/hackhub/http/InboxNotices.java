package io.hackhub.http;

import io.hackhub.core.account.Notices;
import io.hackhub.core.room.Intent;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Instant;

/// Tells people in their inbox what happened to their account.
final class InboxNotices implements Notices {

    private final Entities entities;
    private final Base base;

    InboxNotices(Entities entities, Base base) {
        this.entities = entities;
        this.base = base;
    }

    @Override
    public void tokenReused(UserId user, SessionId session, Instant at) {
        var id = Uuids.v7(at, base.random());
        var _ = entities.rooms.deliver(
                new Channel.Inbox(user),
                id,
                new Intent.Notify(
                        id,
                        "account.token-reused",
                        "A sign-in of yours was ended",
                        "Its refresh token was used twice: somebody else may have had it. Sign in again, and choose a new"
                                + " password if that was not you.",
                        "/me"));
    }
}
