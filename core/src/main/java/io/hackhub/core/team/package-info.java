/// Teams: forming, joining by invitation, leaving with succession, mentors, the project and what was submitted of it.
@NullMarked
package io.hackhub.core.team;

import org.jspecify.annotations.NullMarked;
