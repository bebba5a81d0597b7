package io.hackhub.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.core.judging.BoardFrames;
import io.hackhub.core.live.Bytes;
import io.hackhub.core.room.RoomEvent;
import io.hackhub.core.room.RoomFrames;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What rooms and leaderboards really encode, held to the AsyncAPI document.
class EncodedFramesTest {

    static Stream<JsonNode> frames() {
        return Stream.of(RoomFrames.encoded(), RoomFrames.signals(), BoardFrames.encoded())
                .flatMap(List::stream)
                .map(EncodedFramesTest::json);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void isAsWrittenDown(JsonNode frame) {
        assertThat(Contract.standing().faultsOfServer(frame)).isEmpty();
    }

    /// Takes one field after the other by its name, wherever it stands.
    @ParameterizedTest
    @MethodSource("frames")
    void anyFieldThatIsRenamedIsCaught(JsonNode frame) {
        for (var pointer : pointers(frame, "")) {
            var changed = (ObjectNode) frame.deepCopy();
            var slash = pointer.lastIndexOf('/');
            var parent = (ObjectNode) changed.at(pointer.substring(0, slash));
            var name = pointer.substring(slash + 1);
            parent.set(name + "2", parent.remove(name));

            assertThat(Contract.standing().faultsOfServer(changed)).as(pointer).isNotEmpty();
        }
    }

    @Test
    void noKindOfEventIsLeftOut() {
        var kinds =
                RoomFrames.events().stream().map(Object::getClass).distinct().toList();

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(records(RoomEvent.class).toList());
    }

    @Test
    void everyFrameOfTheDocumentIsSentBySomebody() {
        var sent = frames().map(Contract::key).distinct().toList();
        var gateways = List.of(
                "hello",
                "ready",
                "subscribed",
                "unsubscribed",
                "revoked",
                "who",
                "ack",
                "error",
                "goaway",
                "signal read");

        assertThat(Contract.standing().server().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(sent.stream(), gateways.stream()).toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EncodedFramesTest::records);
    }

    private static List<String> pointers(JsonNode node, String at) {
        if (node.isArray() && !node.isEmpty()) {
            return pointers(node.path(0), at + "/0");
        }
        return node.properties().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(at + "/" + entry.getKey()),
                        pointers(entry.getValue(), at + "/" + entry.getKey()).stream()))
                .toList();
    }

    private static JsonNode json(Bytes frame) {
        return Contract.json(new String(frame.array(), UTF_8));
    }
}
