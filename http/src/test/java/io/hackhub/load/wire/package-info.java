/// The client's end of a socket, the same for all contestants: [Line] reads and writes frames, a [Dialect] says what
/// they mean.
@NullMarked
package io.hackhub.load.wire;

import org.jspecify.annotations.NullMarked;
