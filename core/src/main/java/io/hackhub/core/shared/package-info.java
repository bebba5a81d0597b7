/// Typed ids, channels, clocks' helpers and serialization markers that every feature may use. Knows no feature.
@NullMarked
package io.hackhub.core.shared;

import org.jspecify.annotations.NullMarked;
