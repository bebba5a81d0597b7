/// How a hackathon is doing, in numbers, for its organizers. Reads what other features keep; writes nothing.
@NullMarked
package io.hackhub.core.statistics;

import org.jspecify.annotations.NullMarked;
