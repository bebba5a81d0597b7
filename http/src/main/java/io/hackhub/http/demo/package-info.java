/// The demo: a real event with its real projects and made-up people, on an empty embedded database. Start at [Demo].
@NullMarked
package io.hackhub.http.demo;

import org.jspecify.annotations.NullMarked;
