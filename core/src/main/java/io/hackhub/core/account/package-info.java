/// People: their accounts, how they sign in and stay signed in, what others see of them.
@NullMarked
package io.hackhub.core.account;

import org.jspecify.annotations.NullMarked;
