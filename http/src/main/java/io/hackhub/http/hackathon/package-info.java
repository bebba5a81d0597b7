/// Routes of the hackathon feature: hackathons, their transitions, registrations, staff and people.
@NullMarked
package io.hackhub.http.hackathon;

import org.jspecify.annotations.NullMarked;
