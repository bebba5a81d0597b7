/// The load tool: a process of its own that holds thousands of signed-in sockets against a running HackHub and counts
/// at the receiver. Start at [LoadTool].
@NullMarked
package io.hackhub.load;

import org.jspecify.annotations.NullMarked;
