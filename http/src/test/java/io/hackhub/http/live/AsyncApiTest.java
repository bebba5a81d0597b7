package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Holds the document to itself and to the code. That frames fit it is checked wherever a test sends or receives one.
class AsyncApiTest {

    private final JsonNode document = Contract.read();

    @Test
    void isOfVersionThree() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/channels/live/address").asText()).isEqualTo(Upgrade.PATH);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyObjectIsClosed() {
        var open = new ArrayList<String>();
        collectOpen(document.path("components").path("schemas"), "", open);

        assertThat(open).isEmpty();
    }

    @Test
    void everyFrameIsAMessageOfItsOperation() {
        var messages = document.at("/components/messages").properties().size();

        assertThat(Contract.standing().server().size()
                        + Contract.standing().client().size())
                .isEqualTo(messages);
        assertThat(document.at("/operations/act/messages"))
                .hasSize(Contract.standing().client().size());
        assertThat(document.at("/operations/follow/messages"))
                .hasSize(Contract.standing().server().size());
    }

    @Test
    void hasTheCodesAndChoicesOfTheProgram() {
        assertThat(choices("Code"))
                .containsExactlyElementsOf(Arrays.stream(RefusalCode.values())
                        .map(code -> code.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(choices("UpdateType"))
                .containsExactlyElementsOf(
                        Arrays.stream(UpdateType.values()).map(Enum::name).toList());
        assertThat(choices("Priority"))
                .containsExactlyElementsOf(
                        Arrays.stream(Priority.values()).map(Enum::name).toList());
    }

    @Test
    void aRenamedFieldIsCaught() {
        var frame = (ObjectNode)
                Contract.json(new String(Peer.event(Peer.ROCKETS, 1).array(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Contract.standing().faultsOfServer(frame)).isEmpty();

        frame.set("sequence", frame.remove("seq"));

        assertThat(Contract.standing().faultsOfServer(frame))
                .anyMatch(fault -> fault.contains("seq"))
                .anyMatch(fault -> fault.contains("sequence"));
    }

    @Test
    void aFieldRenamedDeepInsideIsCaught() {
        var frame = (ObjectNode)
                Contract.json(new String(Peer.event(Peer.ROCKETS, 1).array(), java.nio.charset.StandardCharsets.UTF_8));
        var data = (ObjectNode) frame.path("data");

        data.set("user", data.remove("userId"));

        assertThat(Contract.standing().faultsOfServer(frame)).isNotEmpty();
    }

    @Test
    void aFieldRenamedInTheDocumentIsCaught() {
        var changed = (ObjectNode) Contract.read();
        var properties = (ObjectNode) changed.at("/components/schemas/Ack/properties");
        properties.set("isDuplicate", properties.remove("duplicate"));
        var ack = new ServerFrame.Ack(1, Frames.cid(1), 4L, io.hackhub.core.live.Outcome.Receipt.NONE, true);
        var frame = Contract.json(new String(ack.encode(), java.nio.charset.StandardCharsets.UTF_8));

        assertThat(Contract.standing().faultsOfServer(frame)).isEmpty();
        assertThat(new Contract(changed).faultsOfServer(frame)).isNotEmpty();
    }

    @Test
    void anUnknownKindIsCaught() {
        assertThat(Contract.standing().faultsOfServer(Contract.json("""
                        {"type":"event","channel":"x","seq":1,"kind":"message.sung"}""")))
                .containsExactly("not in the document: event message.sung");
    }

    private List<String> choices(String schema) {
        var choices = document.at("/components/schemas/" + schema + "/enum");
        return StreamSupport.stream(choices.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void collectOpen(JsonNode node, String path, List<String> open) {
        if (node.has("properties") && !node.path("additionalProperties").isBoolean()) {
            open.add(path);
        }
        for (var entry : node.properties()) {
            collectOpen(entry.getValue(), path + "/" + entry.getKey(), open);
        }
        for (var i = 0; i < node.size() && node.isArray(); i++) {
            collectOpen(node.path(i), path + "/" + i, open);
        }
    }
}
