/// Routes of organizations.
@NullMarked
package io.hackhub.http.organization;

import org.jspecify.annotations.NullMarked;
