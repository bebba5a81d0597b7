/// A hackathon's life: details, milestones, staff, registrations and the waiting list, and who is on which team.
/// Read [Milestones] first, then [HackathonEvent], [HackathonCommand] and [Hackathon].
@NullMarked
package io.hackhub.core.hackathon;

import org.jspecify.annotations.NullMarked;
