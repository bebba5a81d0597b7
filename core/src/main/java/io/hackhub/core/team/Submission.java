package io.hackhub.core.team;

import io.hackhub.core.shared.UserId;
import java.time.Instant;

/// The project as it was when it was handed in; later edits of the draft do not touch it. `late` = within the grace.
public record Submission(Project project, boolean late, UserId by, Instant at) {}
