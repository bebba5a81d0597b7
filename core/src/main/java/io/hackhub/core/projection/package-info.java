/// Runs projections: what follows from the events of one tag, in read tables or outside. Knows no feature.
@NullMarked
package io.hackhub.core.projection;

import org.jspecify.annotations.NullMarked;
