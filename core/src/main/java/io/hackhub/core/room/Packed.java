package io.hackhub.core.room;

import io.hackhub.core.live.Bytes;
import io.hackhub.core.room.Ledger.Accepted;
import io.hackhub.core.room.Messages.Edit;
import io.hackhub.core.room.Messages.Message;
import io.hackhub.core.shared.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Commands and messages of a snapshot in few bytes (a command takes 40, a message 37): a format number, the people
/// once, then fixed-size entries that name people by their place.
final class Packed {

    private static final int FORMAT = 1;
    private static final int NOBODY = -1;
    private static final int DELETED = 1;
    private static final int PINNED = 2;

    private Packed() {}

    static Bytes commands(Collection<Accepted> entries) {
        return write(out -> {
            var people = new People(entries.stream().map(Accepted::by).toList());
            people.write(out);
            out.writeInt(entries.size());
            for (var entry : entries) {
                write(out, entry.cid());
                out.writeInt(people.place(entry.by()));
                out.writeInt(entry.digest());
                out.writeLong(entry.seq());
                out.writeLong(entry.at().toEpochMilli());
            }
        });
    }

    static List<Accepted> commands(Bytes packed) {
        return read(packed, in -> {
            var people = People.read(in);
            var entries = new ArrayList<Accepted>();
            for (int left = in.readInt(); left > 0; left--) {
                entries.add(new Accepted(
                        readUuid(in),
                        people.at(in.readInt()),
                        in.readInt(),
                        in.readLong(),
                        Instant.ofEpochMilli(in.readLong())));
            }
            return entries;
        });
    }

    static Bytes messages(Collection<Message> messages) {
        return write(out -> {
            var people = new People(messages.stream().map(it -> it.author).toList());
            people.write(out);
            out.writeInt(messages.size());
            for (var message : messages) {
                write(out, message.id);
                out.writeInt(people.place(message.author));
                out.writeLong(message.seq);
                out.writeLong(message.at.toEpochMilli());
                out.writeByte((message.deleted ? DELETED : 0) | (message.pinned ? PINNED : 0));
                out.writeByte(message.edits.size());
                for (var edit : message.edits) {
                    write(out, edit.cid());
                    out.writeLong(edit.seq());
                }
            }
        });
    }

    static List<Message> messages(Bytes packed) {
        return read(packed, in -> {
            var people = People.read(in);
            var messages = new ArrayList<Message>();
            for (int left = in.readInt(); left > 0; left--) {
                messages.add(message(in, people));
            }
            return messages;
        });
    }

    private static Message message(DataInputStream in, People people) throws IOException {
        var id = readUuid(in);
        var author = people.at(in.readInt());
        if (author == null) {
            throw new IOException("message without an author");
        }
        var message = new Message(id, author, in.readLong(), Instant.ofEpochMilli(in.readLong()));
        int flags = in.readByte();
        message.deleted = (flags & DELETED) != 0;
        message.pinned = (flags & PINNED) != 0;
        for (int edits = in.readUnsignedByte(); edits > 0; edits--) {
            message.edits.add(new Edit(readUuid(in), in.readLong()));
        }
        return message;
    }

    /// Each person once.
    private static final class People {
        private final List<UserId> list = new ArrayList<>();
        private final Map<UserId, Integer> places = new LinkedHashMap<>();

        People(List<? extends @Nullable UserId> all) {
            for (var user : all) {
                if (user != null && places.putIfAbsent(user, list.size()) == null) {
                    list.add(user);
                }
            }
        }

        static People read(DataInputStream in) throws IOException {
            var users = new ArrayList<UserId>();
            for (int left = in.readInt(); left > 0; left--) {
                users.add(new UserId(readUuid(in)));
            }
            return new People(users);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeInt(list.size());
            for (var user : list) {
                Packed.write(out, user.value());
            }
        }

        int place(@Nullable UserId user) {
            return user == null ? NOBODY : places.getOrDefault(user, NOBODY);
        }

        @Nullable UserId at(int place) {
            return place == NOBODY ? null : list.get(place);
        }
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static Bytes write(Writing content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            content.to(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new Bytes(bytes.toByteArray());
    }

    private static <T> T read(Bytes packed, Reading<T> content) {
        try (var in = new DataInputStream(new ByteArrayInputStream(packed.array()))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IOException("format: %d (expected: %d)".formatted(format, FORMAT));
            }
            return content.from(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
