/// What stands behind the ports when there is no account with anybody: files in the data folder.
@NullMarked
package io.hackhub.core.adapter.local;

import org.jspecify.annotations.NullMarked;
