package io.hackhub.core.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a team builds, as it describes it. `version` counts its savings, from 1; it is what `If-Match` is held against.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Project(
        String name,
        String description,
        @Nullable String repositoryUrl,
        @Nullable String demoUrl,
        List<String> trackIds,
        long version) {

    public Project {
        trackIds = List.copyOf(trackIds);
    }

    public Project withVersion(long newVersion) {
        return new Project(name, description, repositoryUrl, demoUrl, trackIds, newVersion);
    }
}
