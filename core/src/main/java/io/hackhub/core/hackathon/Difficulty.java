package io.hackhub.core.hackathon;

/// How much a hackathon asks of those who take part.
public enum Difficulty {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED,
    EXPERT
}
