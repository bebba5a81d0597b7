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
import java.util.Set;

/// Takes deleted texts out of the journal: the stored payload is rewritten in place, same seq, without what was
/// written.
/// May be done again at any time.
final class Redaction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WRITTEN =
            Set.of(RoomEvent.MessagePosted.class.getName(), RoomEvent.MessageEdited.class.getName());
    private static final List<String> TEXTS = List.of("text", "attachments", "mentions");

    private Redaction() {}

    static void apply(Connection db, Channel.Log channel, List<Redactable> what) throws SQLException {
        for (var one : what) {
            rewrite(db, channel, places(db, channel, one));
        }
    }

    private static List<Long> places(Connection db, Channel.Log channel, Redactable what) throws SQLException {
        return switch (what) {
            case Redactable.Texts(var seqs) -> seqs;
            case Redactable.Person(var user, var upTo) -> RoomLog.writtenBy(db, channel, user, upTo);
        };
    }

    private static void rewrite(Connection db, Channel.Log channel, List<Long> seqs) throws SQLException {
        var changed = new ArrayList<Row>();
        for (long seq : seqs) {
            for (var row : RoomLog.range(db, channel, seq, seq)) {
                if (WRITTEN.contains(row.manifest()) && hasText(row)) {
                    changed.add(new Row(seq, row.serializer(), row.manifest(), without(row.payload())));
                }
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
