package io.hackhub.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.shared.JsonSerializable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializers;

/// How things lie in the journal: their JSON, and the manifest beside it by which they are read.
public final class StoredForm {

    private final Serialization serialization;

    public StoredForm(ActorSystem<?> system) {
        this.serialization = SerializationExtension.get(system);
    }

    /// What was once written under `manifest` is read, and still written so.
    public void stays(String manifest, String json, JsonSerializable stored) {
        assertThat(json(stored)).isEqualTo(json);
        assertThat(manifest(stored)).isEqualTo(manifest);
        assertThat(read(json, stored)).isEqualTo(stored);
    }

    public String json(JsonSerializable stored) {
        return new String(serialization.serialize(stored).get(), UTF_8);
    }

    /// Reads `json` as something of `like`'s type.
    public Object read(String json, JsonSerializable like) {
        var serializer = serialization.findSerializerFor(like);
        return serialization
                .deserialize(json.getBytes(UTF_8), serializer.identifier(), manifest(like))
                .get();
    }

    private String manifest(JsonSerializable stored) {
        return Serializers.manifestFor(serialization.findSerializerFor(stored), stored);
    }
}
