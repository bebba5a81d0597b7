package io.hackhub.core.organization;

import java.util.concurrent.CompletionStage;

/// Tells an organization's hackathons who manages them now. Called after each change, and again until it succeeds once
/// with the latest version; an older version may come after a newer one.
@FunctionalInterface
public interface ManagersChanged {
    CompletionStage<?> tell(Managers managers);
}
