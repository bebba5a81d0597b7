/// What one person follows, has read and is told, over all their devices. Read [SessionEvent] first, then
/// [UserSession].
@NullMarked
package io.hackhub.core.session;

import org.jspecify.annotations.NullMarked;
