/// The fault harness: several nodes and their PostgreSQL on this machine, clients that post and read all the while,
/// faults by a schedule that a seed decides, and a check of what the clients saw against what the journal keeps. Start
/// at [Faults]; [FaultsIT] is its short form.
@NullMarked
package io.hackhub.faults;

import org.jspecify.annotations.NullMarked;
