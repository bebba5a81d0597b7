/// What is measured: HackHub and its peers as processes on one PostgreSQL, pinned to cores or not, and what they use.
@NullMarked
package io.hackhub.load.contestant;

import org.jspecify.annotations.NullMarked;
