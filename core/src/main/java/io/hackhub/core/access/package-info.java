/// Rights, decided in one place: what each [Grant] allows. Knows no feature.
@NullMarked
package io.hackhub.core.access;

import org.jspecify.annotations.NullMarked;
