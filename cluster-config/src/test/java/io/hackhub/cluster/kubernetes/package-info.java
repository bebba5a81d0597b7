/// Checks of what lies in `k8s/`: nothing of the program's.
@NullMarked
package io.hackhub.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
