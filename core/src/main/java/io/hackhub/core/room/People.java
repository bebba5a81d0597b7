package io.hackhub.core.room;

import io.hackhub.core.shared.Author;
import io.hackhub.core.shared.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// Who is who, many at once. Cached behind; unknown ones are absent from the answer.
public interface People {
    CompletionStage<Map<UserId, Author>> authors(Set<UserId> ids);

    /// Without regard to case; the answer's keys are as asked.
    CompletionStage<Map<String, UserId>> named(Set<String> usernames);

    /// How somebody is shown whose account is gone.
    static Author gone(UserId id) {
        return new Author(id, "deleted", "Deleted user");
    }
}
