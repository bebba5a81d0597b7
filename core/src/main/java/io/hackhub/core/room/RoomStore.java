package io.hackhub.core.room;

import io.hackhub.core.access.AuditLog;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.Serializers;

/// What a room wants of the database beside its journal's writes.
interface RoomStore {

    CompletionStage<Map<UserId, Instant>> mutes(Channel.Log channel, Instant now);

    CompletionStage<Void> mute(Channel.Log channel, UserId user, Instant until, UserId by, Instant now);

    /// Puts on record what platform admins did over others' heads; again has no effect.
    CompletionStage<Void> overridden(Channel.Log channel, List<Verdict.Overridden> overrides);

    CompletionStage<Void> redact(Channel.Log channel, List<Redactable> what);

    /// The newest seq in the journal, whoever wrote it.
    CompletionStage<Long> head(Channel.Log channel);

    /// Stores it as the newest, and deletes all but the newest two.
    CompletionStage<Void> snapshot(Channel.Log channel, RoomSnapshot snapshot, Instant now);

    /// On the tables, with snapshots in the form in which their plugin, which reads them, has them stored.
    static RoomStore in(Database database, Serialization form) {
        return new RoomStore() {
            @Override
            public CompletionStage<Map<UserId, Instant>> mutes(Channel.Log channel, Instant now) {
                return database.run(db -> Mutes.of(db, channel, now));
            }

            @Override
            public CompletionStage<Void> mute(Channel.Log channel, UserId user, Instant until, UserId by, Instant now) {
                return database.run(db -> {
                            Mutes.put(db, channel, user, until, by, now);
                            return true;
                        })
                        .thenAccept(_ -> {});
            }

            @Override
            public CompletionStage<Void> overridden(Channel.Log channel, List<Verdict.Overridden> overrides) {
                return database.run(db -> {
                            for (var it : overrides) {
                                var target = channel.text() + " " + it.messageId();
                                AuditLog.overridden(db, it.id(), it.at(), it.by(), it.action(), target);
                            }
                            return true;
                        })
                        .thenAccept(_ -> {});
            }

            @Override
            public CompletionStage<Void> redact(Channel.Log channel, List<Redactable> what) {
                return database.run(db -> {
                            Redaction.apply(db, channel, what);
                            return true;
                        })
                        .thenAccept(_ -> {});
            }

            @Override
            public CompletionStage<Long> head(Channel.Log channel) {
                return database.run(db -> RoomLog.head(db, channel));
            }

            @Override
            public CompletionStage<Void> snapshot(Channel.Log channel, RoomSnapshot snapshot, Instant now) {
                return database.run(db -> {
                            RoomLog.snapshot(db, channel, row(snapshot), now);
                            return true;
                        })
                        .thenAccept(_ -> {});
            }

            private RoomLog.Row row(RoomSnapshot snapshot) {
                var serializer = form.findSerializerFor(snapshot);
                return new RoomLog.Row(
                        snapshot.head(),
                        serializer.identifier(),
                        Serializers.manifestFor(serializer, snapshot),
                        new Bytes(serializer.toBinary(snapshot)));
            }
        };
    }
}
