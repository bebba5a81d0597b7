/// What those on call see of a node: meters for `/metrics`, and traces. docs/operations.md says what each means.
@NullMarked
package io.hackhub.http.watch;

import org.jspecify.annotations.NullMarked;
