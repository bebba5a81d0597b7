/// What organizers broadcast. Announcements to everybody are events of the hackathon's announcements channel; here are
/// those that wait for their time, those to an audience, and who has acknowledged which.
@NullMarked
package io.hackhub.core.announcement;

import org.jspecify.annotations.NullMarked;
