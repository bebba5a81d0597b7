/// Whole-system tests: the real program in a process of its own, spoken to as any client would.
@NullMarked
package io.hackhub.system;

import org.jspecify.annotations.NullMarked;
