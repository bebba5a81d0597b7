/// Routes of accounts: signing in, profiles, memberships.
@NullMarked
package io.hackhub.http.account;

import org.jspecify.annotations.NullMarked;
