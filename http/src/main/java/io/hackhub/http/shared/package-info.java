/// What every route needs: the caller, JSON, problem documents, limits, headers. Knows no feature.
@NullMarked
package io.hackhub.http.shared;

import org.jspecify.annotations.NullMarked;
