/// What is done to a contestant, and what is counted. [Traffic] is the same for all.
@NullMarked
package io.hackhub.load.scenario;

import org.jspecify.annotations.NullMarked;
