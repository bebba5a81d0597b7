package io.hackhub.core.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stored texts that must go: where in the journal they are.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Redactable.Texts.class, name = "texts"),
    @JsonSubTypes.Type(value = Redactable.Person.class, name = "person"),
})
sealed interface Redactable extends JsonSerializable {

    /// The seq of the event that takes them back. Null in snapshots of before it was kept: nobody knows.
    @Nullable Long deletion();

    /// Whether a log that is rewritten up to there lacks them already.
    default boolean isDone(long redactedTo) {
        var by = deletion();
        return by != null && by <= redactedTo;
    }

    /// A deleted message: its posting and its edits.
    record Texts(List<Long> seqs, @Nullable Long deletion) implements Redactable {
        public Texts {
            seqs = List.copyOf(seqs);
        }
    }

    /// All that an erased person wrote up to there.
    record Person(UserId user, long upTo) implements Redactable {
        @Override
        public Long deletion() {
            return upTo;
        }
    }
}
