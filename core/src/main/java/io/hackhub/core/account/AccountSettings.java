package io.hackhub.core.account;

import java.net.URI;

/// What whoever runs HackHub decides about accounts.
///
/// @param verifyEmail whether an unverified address keeps from founding organizations and being staff
/// @param demoOpen whether the people of the demo may sign in: where only people of this machine reach us
public record AccountSettings(URI publicUrl, boolean verifyEmail, boolean demoOpen) {}
