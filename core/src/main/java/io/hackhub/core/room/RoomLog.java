package io.hackhub.core.room;

import io.hackhub.core.live.Bytes;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// All SQL of ours on `event_journal` and `snapshot`, for rooms: ranges by primary key, heads, payloads rewritten in
/// place, snapshots stored as the plugin would and old ones deleted. The journal's rows are written by its plugin
/// alone.
final class RoomLog {

    private static final String PREFIX = Room.KEY.name() + "|";

    /// A stored event, or snapshot, as it lies there.
    record Row(long seq, int serializer, String manifest, Bytes payload) {}

    private RoomLog() {}

    static String persistenceId(Channel.Log channel) {
        return PREFIX + channel.text();
    }

    /// Of which rooms the most of the journal's `newest` events are, at most `rooms`.
    static List<Channel.Log> busiest(Connection db, int newest, int rooms) throws SQLException {
        return Sql.list(
                db, """
                select persistence_id from event_journal
                where ordering > (select max(ordering) from event_journal) - ? and starts_with(persistence_id, ?)
                group by persistence_id order by count(*) desc limit ?
                """, row -> Channel.Log.of(row.getString(1).substring(PREFIX.length())), newest, PREFIX, rooms);
    }

    static List<Row> range(Connection db, Channel.Log channel, long from, long to) throws SQLException {
        var sql = """
            select sequence_number, event_ser_id, event_ser_manifest, event_payload from event_journal
            where persistence_id = ? and sequence_number between ? and ? and not deleted
            order by sequence_number
            """;
        try (var query = db.prepareStatement(sql)) {
            query.setString(1, persistenceId(channel));
            query.setLong(2, from);
            query.setLong(3, to);
            return rows(query);
        }
    }

    /// Those at `seqs` that are there.
    static List<Row> rows(Connection db, Channel.Log channel, List<Long> seqs) throws SQLException {
        var sql = """
            select sequence_number, event_ser_id, event_ser_manifest, event_payload from event_journal
            where persistence_id = ? and sequence_number = any (?)
            """;
        try (var query = db.prepareStatement(sql)) {
            query.setString(1, persistenceId(channel));
            query.setArray(2, db.createArrayOf("bigint", seqs.toArray()));
            return rows(query);
        }
    }

    private static List<Row> rows(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var found = new ArrayList<Row>();
            while (rows.next()) {
                found.add(new Row(rows.getLong(1), rows.getInt(2), rows.getString(3), new Bytes(rows.getBytes(4))));
            }
            return found;
        }
    }

    /// 0 where nothing was ever written.
    static long head(Connection db, Channel.Log channel) throws SQLException {
        return heads(db, Set.of(channel)).getOrDefault(channel, 0L);
    }

    static Map<Channel.Log, Long> heads(Connection db, Set<? extends Channel.Log> channels) throws SQLException {
        var sql = """
            select p.id, (select max(sequence_number) from event_journal where persistence_id = p.id)
            from unnest(?) as p (id)
            """;
        var byId = new HashMap<String, Channel.Log>();
        channels.forEach(channel -> byId.put(persistenceId(channel), channel));
        try (var query = db.prepareStatement(sql)) {
            query.setArray(1, db.createArrayOf("text", byId.keySet().toArray()));
            try (var rows = query.executeQuery()) {
                var heads = new HashMap<Channel.Log, Long>();
                while (rows.next()) {
                    heads.put(Objects.requireNonNull(byId.get(rows.getString(1))), rows.getLong(2));
                }
                return heads;
            }
        }
    }

    /// Where somebody's texts are, up to `upTo`.
    static List<Long> writtenBy(Connection db, Channel.Log channel, UserId author, long upTo) throws SQLException {
        var sql = """
            select sequence_number from event_journal
            where persistence_id = ? and sequence_number <= ? and event_ser_manifest in (?, ?)
              and convert_from(event_payload, 'UTF8')::jsonb ->> 'author' = ?
            """;
        try (var query = db.prepareStatement(sql)) {
            query.setString(1, persistenceId(channel));
            query.setLong(2, upTo);
            query.setString(3, RoomEvent.MessagePosted.class.getName());
            query.setString(4, RoomEvent.MessageEdited.class.getName());
            query.setString(5, author.toString());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Long>();
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
                return found;
            }
        }
    }

    /// How many messages were posted in each minute from `from` on, in all of them.
    static Map<Instant, Long> postedByMinute(Connection db, Collection<? extends Channel.Log> channels, Instant from)
            throws SQLException {
        return Sql.map(
                db,
                """
                select write_timestamp / 60000 as minute, count(*) as posted from event_journal
                where write_timestamp >= ? and persistence_id = any(?) and event_ser_manifest = ? and not deleted
                group by 1
                """,
                row -> Instant.ofEpochSecond(row.getLong("minute") * 60),
                row -> row.getLong("posted"),
                from.toEpochMilli(),
                channels.stream().map(RoomLog::persistenceId).toList(),
                RoomEvent.MessagePosted.class.getName());
    }

    /// Stores a snapshot, and leaves the newest two. A crash may take it: the commit does not wait for the disk, where
    /// the events are before it.
    static void snapshot(Connection db, Channel.Log channel, Row row, Instant now) throws SQLException {
        Sql.update(db, "set local synchronous_commit = off");
        Sql.update(
                db,
                """
                insert into snapshot
                  (persistence_id, sequence_number, created, snapshot_ser_id, snapshot_ser_manifest, snapshot_payload)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                persistenceId(channel),
                row.seq(),
                now.toEpochMilli(),
                row.serializer(),
                row.manifest(),
                row.payload().array());
        var sql = """
            delete from snapshot where persistence_id = ? and sequence_number < (
              select sequence_number from snapshot where persistence_id = ? order by sequence_number desc offset 1 limit 1)
            """;
        Sql.update(db, sql, persistenceId(channel), persistenceId(channel));
    }

    static void rewrite(Connection db, Channel.Log channel, List<Row> rows) throws SQLException {
        var sql = "update event_journal set event_payload = ? where persistence_id = ? and sequence_number = ?";
        try (var update = db.prepareStatement(sql)) {
            for (var row : rows) {
                update.setBytes(1, row.payload().array());
                update.setString(2, persistenceId(channel));
                update.setLong(3, row.seq());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
