/// Tests of the web client: how it is served, and its modules in a real browser.
@NullMarked
package io.hackhub.http.web;

import org.jspecify.annotations.NullMarked;
