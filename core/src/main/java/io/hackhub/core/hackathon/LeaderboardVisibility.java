package io.hackhub.core.hackathon;

/// Who may see the public leaderboard; organizers always see the full one.
public enum LeaderboardVisibility {
    STAFF,
    PARTICIPANTS,
    PUBLIC
}
