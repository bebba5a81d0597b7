/// Routes of a hackathon's figures.
@NullMarked
package io.hackhub.http.statistics;

import org.jspecify.annotations.NullMarked;
