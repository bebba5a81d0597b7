package io.hackhub.http.watch;

import io.hackhub.core.room.RoomWatch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Traces of some requests and commands, from where they come in to where their effects go out. Whether something is
/// traced is decided once, where it comes in; what is not costs nothing further on.
public interface Traces {

    /// Nothing is traced.
    Traces OFF = new Traces() {
        @Override
        public @Nullable Span begin(String name) {
            return null;
        }

        @Override
        public void room(String trace, RoomWatch.Stages stages) {}

        @Override
        public void fanOut(String trace, Instant began, Instant ended, int readers) {}

        @Override
        public void close() {}
    };

    /// Something that has begun and will end.
    interface Span {
        /// What travels with a command to other nodes: a W3C `traceparent`.
        String trace();

        /// Never what people write, nor who they are.
        Span with(String attribute, String value);

        void end(boolean failed);
    }

    /// Null: this one is not traced.
    @Nullable Span begin(String name);

    /// A command's way through its room, in the journal and out.
    void room(String trace, RoomWatch.Stages stages);

    /// What came of it, on its way to the sockets of this node.
    void fanOut(String trace, Instant began, Instant ended, int readers);

    /// Sends what is waiting.
    void close();
}
