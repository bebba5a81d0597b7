package io.hackhub.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.hackhub.core.shared.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The AsyncAPI document, as a judge of frames.
final class Contract {

    static final ObjectMapper MAPPER = JsonMapper.create();
    private static final Contract STANDING = new Contract(read());

    private final JsonNode document;
    private final Map<String, JsonSchema> server;
    private final Map<String, JsonSchema> client;

    Contract(JsonNode document) {
        this.document = document;
        this.server = schemas("ServerFrame");
        this.client = schemas("ClientFrame");
    }

    static Contract standing() {
        return STANDING;
    }

    static JsonNode read() {
        try (var resource = Contract.class.getResourceAsStream("/asyncapi.json")) {
            return MAPPER.readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, JsonSchema> server() {
        return server;
    }

    Map<String, JsonSchema> client() {
        return client;
    }

    /// What is wrong with a frame that the server sent; empty if nothing is.
    List<String> faultsOfServer(JsonNode frame) {
        return faults(server, frame);
    }

    List<String> faultsOfClient(JsonNode frame) {
        return faults(client, frame);
    }

    private static List<String> faults(Map<String, JsonSchema> schemas, JsonNode frame) {
        var schema = schemas.get(key(frame));
        return schema == null
                ? List.of("not in the document: " + key(frame))
                : schema.validate(frame).stream()
                        .map(ValidationMessage::getMessage)
                        .toList();
    }

    static String key(JsonNode frame) {
        return frame.has("kind")
                ? frame.path("type").asText() + " " + frame.path("kind").asText()
                : frame.path("type").asText();
    }

    private Map<String, JsonSchema> schemas(String side) {
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
        var schemas = new TreeMap<String, JsonSchema>();
        for (var one : document.at("/components/schemas/" + side + "/oneOf")) {
            var reference = one.path("$ref").asText();
            var properties = document.at(reference.substring(1)).path("properties");
            var type = properties.at("/type/const").asText();
            var key = properties.has("kind")
                    ? type + " " + properties.at("/kind/const").asText()
                    : type;
            schemas.put(key, factory.getSchema(alone(reference)));
        }
        return schemas;
    }

    /// The document with one schema as its root.
    private ObjectNode alone(String reference) {
        var root = MAPPER.createObjectNode();
        root.putArray("allOf").addObject().put("$ref", reference);
        root.set("components", document.path("components"));
        return root;
    }
}
