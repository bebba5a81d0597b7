/// What was measured: kept as lines of JSON, told as a page of tables and plots that is made of nothing else.
@NullMarked
package io.hackhub.load.result;

import org.jspecify.annotations.NullMarked;
