/// Routes of announcements, which the contract calls updates.
@NullMarked
package io.hackhub.http.announcement;

import org.jspecify.annotations.NullMarked;
