/// Serves the web client: its files from the class path, the page with its import map, and the policy that guards it.
@NullMarked
package io.hackhub.http.web;

import org.jspecify.annotations.NullMarked;
