package io.hackhub.core.announcement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hackhub.core.announcement.Announcement.Status;
import io.hackhub.core.room.Attachment;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.JsonMapper;
import io.hackhub.core.shared.Sql;
import io.hackhub.core.shared.UserId;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All SQL of the `announcement` table.
final class AnnouncementTable {

    private static final ObjectMapper JSON = JsonMapper.create();

    private AnnouncementTable() {}

    /// False if there is one of that id already.
    static boolean insert(Connection db, Announcement it) throws SQLException {
        var draft = it.draft();
        return Sql.update(
                        db,
                        """
                        insert into announcement (id, hackathon_id, author_id, audience, title, content, type, priority,
                          attachments, status, publish_at, cid)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (id) do nothing
                        """,
                        it.id(),
                        it.hackathon(),
                        it.author(),
                        draft.audience(),
                        draft.title(),
                        draft.content(),
                        draft.type(),
                        draft.priority(),
                        write(draft.attachments()),
                        it.status(),
                        it.due(),
                        it.cid())
                == 1;
    }

    static Optional<Announcement> find(Connection db, HackathonId hackathon, UUID id) throws SQLException {
        return Sql.first(
                db,
                "select * from announcement where id = ? and hackathon_id = ? for update",
                AnnouncementTable::row,
                id,
                hackathon);
    }

    static List<Announcement> of(Connection db, HackathonId hackathon) throws SQLException {
        return Sql.list(
                db,
                "select * from announcement where hackathon_id = ? order by publish_at, id",
                AnnouncementTable::row,
                hackathon);
    }

    /// What has to be published by `now`, what was begun first. What is of a hackathon that nobody may know of yet is
    /// not due, and takes no place from what is.
    static List<Announcement> due(Connection db, Instant now, int limit) throws SQLException {
        return Sql.list(db, """
                select a.* from announcement a join hackathon_directory d using (hackathon_id)
                where a.status in ('SCHEDULED', 'PUBLISHING') and a.publish_at <= ? and d.published
                order by a.status = 'SCHEDULED', a.publish_at, a.id limit ?
                """, AnnouncementTable::row, now, limit);
    }

    /// Takes it for publishing under `cid`; the row as it will be published. Empty if it was taken, changed or removed.
    static Optional<Announcement> claim(Connection db, UUID id, long version, UUID cid) throws SQLException {
        return Sql.first(db, """
                update announcement set status = 'PUBLISHING', cid = ?, version = version + 1
                where id = ? and version = ? and status in ('SCHEDULED', 'PUBLISHING') returning *
                """, AnnouncementTable::row, cid, id, version);
    }

    static void published(Connection db, UUID id, Instant at) throws SQLException {
        Sql.update(db, """
                update announcement set status = 'PUBLISHED', published_at = ?, version = version + 1
                where id = ? and status = 'PUBLISHING'
                """, at, id);
    }

    static void refused(Connection db, UUID id) throws SQLException {
        Sql.update(db, """
                update announcement set status = 'REFUSED', version = version + 1
                where id = ? and status = 'PUBLISHING'
                """, id);
    }

    /// What was refused is scheduled anew by that.
    static void rewrite(Connection db, UUID id, Draft draft, Instant due, boolean edited, Instant now)
            throws SQLException {
        Sql.update(
                db,
                """
                update announcement set audience = ?, title = ?, content = ?, type = ?, priority = ?,
                  attachments = ?::jsonb, publish_at = ?, edited_at = case when ? then ?::timestamptz else edited_at end,
                  status = case status when 'REFUSED' then 'SCHEDULED' else status end,
                  cid = case status when 'REFUSED' then null else cid end, version = version + 1
                where id = ?
                """,
                draft.audience(),
                draft.title(),
                draft.content(),
                draft.type(),
                draft.priority(),
                write(draft.attachments()),
                due,
                edited,
                now,
                id);
    }

    static void delete(Connection db, UUID id) throws SQLException {
        Sql.update(db, "delete from announcement where id = ?", id);
    }

    private static Announcement row(ResultSet row) throws SQLException {
        var due = Sql.instant(row, "publish_at");
        return new Announcement(
                Sql.uuid(row, "id"),
                new HackathonId(Sql.uuid(row, "hackathon_id")),
                new UserId(Sql.uuid(row, "author_id")),
                new Draft(
                        row.getString("title"),
                        row.getString("content"),
                        UpdateType.valueOf(row.getString("type")),
                        Priority.valueOf(row.getString("priority")),
                        read(row.getString("attachments")),
                        Audience.valueOf(row.getString("audience")),
                        due),
                due,
                Status.valueOf(row.getString("status")),
                row.getObject("cid", UUID.class),
                Sql.optionalInstant(row, "published_at").orElse(null),
                Sql.optionalInstant(row, "edited_at").orElse(null),
                row.getLong("version"));
    }

    private static String write(List<Attachment> attachments) {
        try {
            return JSON.writeValueAsString(attachments);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Attachment> read(String json) {
        try {
            return List.of(JSON.readValue(json, Attachment[].class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
