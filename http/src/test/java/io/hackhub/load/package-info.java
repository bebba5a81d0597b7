/// The load tool: holds thousands of signed-in sockets against HackHub and against its peers, counts at the receiver,
/// and keeps what it measured. Start at [LoadTool].
@NullMarked
package io.hackhub.load;

import org.jspecify.annotations.NullMarked;
