package io.hackhub.cluster.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads manifests as Kubernetes' API server does at its strictest: a field that the kind does not have, one that
/// stands there twice, or a number where text belongs is an error.
final class StrictManifests {

    private static final KubernetesSerialization KINDS = new KubernetesSerialization();
    private static final ObjectMapper YAML = strict();

    private StrictManifests() {}

    /// @throws IOException naming the field
    static List<HasMetadata> read(String manifests) throws IOException {
        var all = new ArrayList<HasMetadata>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(manifests)) {
            while (documents.hasNextValue()) {
                var document = documents.nextValue();
                all.add((HasMetadata) YAML.treeToValue(document, kind(document)));
            }
        }
        return all;
    }

    private static Class<?> kind(JsonNode document) throws IOException {
        var version = document.path("apiVersion").asText();
        var kind = document.path("kind").asText();
        var type = KINDS.getRegisteredKubernetesResource(version, kind);
        if (type == null) {
            throw new IOException("No kind %s of %s".formatted(kind, version));
        }
        return type;
    }

    private static ObjectMapper strict() {
        var yaml = new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setAnnotationIntrospector(new NothingUnknown());
        var text = yaml.coercionConfigFor(LogicalType.Textual);
        for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            text.setCoercion(shape, CoercionAction.Fail);
        }
        yaml.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        yaml.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        return yaml;
    }

    /// The model's classes keep what they do not know, for versions to come.
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
