package io.hackhub.core.judging;

import io.hackhub.core.shared.TeamId;

/// A team that submitted its project.
public record Entrant(TeamId team, String name) {}
