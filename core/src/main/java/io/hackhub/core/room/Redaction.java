package io.hackhub.core.room;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.room.RoomLog.Row;
import io.hackhub.core.shared.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Takes deleted texts out of the journal: the stored payload is rewritten in place, same seq, without what was
/// written. May be asked for again at any time.
final class Redaction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WRITTEN =
            Set.of(RoomEvent.MessagePosted.class.getName(), RoomEvent.MessageEdited.class.getName());
    private static final int AT_ONCE = 1_000;
    private static final List<String> TEXTS = List.of("text", "attachments", "mentions");

    private Redaction() {}

    /// What is done already is not looked for again.
    static void apply(Connection db, Channel.Log channel, List<Redactable> what) throws SQLException {
        long done = RedactionMarks.of(db, channel);
        var open = what.stream().filter(it -> !it.isDone(done)).toList();
        if (open.isEmpty()) {
            return;
        }
        var seqs = new ArrayList<Long>();
        for (var one : open) {
            seqs.addAll(places(db, channel, one));
        }
        for (int from = 0; from < seqs.size(); from += AT_ONCE) {
            rewrite(db, channel, seqs.subList(from, Math.min(seqs.size(), from + AT_ONCE)));
        }
        RedactionMarks.raise(
                db,
                channel,
                open.stream()
                        .map(Redactable::deletion)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(done));
    }

    private static List<Long> places(Connection db, Channel.Log channel, Redactable what) throws SQLException {
        return switch (what) {
            case Redactable.Texts(var seqs, var _) -> seqs;
            case Redactable.Person(var user, var upTo) -> RoomLog.writtenBy(db, channel, user, upTo);
        };
    }

    private static void rewrite(Connection db, Channel.Log channel, List<Long> seqs) throws SQLException {
        var changed = new ArrayList<Row>();
        for (var row : RoomLog.rows(db, channel, seqs)) {
            if (WRITTEN.contains(row.manifest()) && hasText(row)) {
                changed.add(new Row(row.seq(), row.serializer(), row.manifest(), without(row.payload())));
            }
        }
        RoomLog.rewrite(db, channel, changed);
    }

    private static boolean hasText(Row row) {
        var stored = tree(row.payload());
        return TEXTS.stream().anyMatch(stored::has);
    }

    private static Bytes without(Bytes payload) {
        try {
            return new Bytes(JSON.writeValueAsBytes(tree(payload).remove(TEXTS)));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static ObjectNode tree(Bytes payload) {
        try {
            return (ObjectNode) JSON.readTree(payload.array());
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
