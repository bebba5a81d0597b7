/// Who holds hackathons: organizations, their people and roles, their verification.
@NullMarked
package io.hackhub.core.organization;

import org.jspecify.annotations.NullMarked;
