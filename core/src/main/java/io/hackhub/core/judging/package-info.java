/// Rubric, scorecards, boards and results of a hackathon: the formulas are pure, the [Leaderboard] entity keeps the
/// cards.
@NullMarked
package io.hackhub.core.judging;

import org.jspecify.annotations.NullMarked;
