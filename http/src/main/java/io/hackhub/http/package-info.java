/// The program: [io.hackhub.http.Main] builds every feature from constructors and starts them in order.
@NullMarked
package io.hackhub.http;

import org.jspecify.annotations.NullMarked;
