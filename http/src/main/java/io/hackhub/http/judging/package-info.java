/// Routes of judging: assignments, scorecards, boards and results.
@NullMarked
package io.hackhub.http.judging;

import org.jspecify.annotations.NullMarked;
