/// Routes of the team feature: teams, invitations, members, mentors, the project, the gallery.
@NullMarked
package io.hackhub.http.team;

import org.jspecify.annotations.NullMarked;
