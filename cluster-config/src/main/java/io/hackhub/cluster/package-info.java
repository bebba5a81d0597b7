/// How nodes become a cluster, keep their journal and serialise; no feature code. Read [Settings] first, then
/// [Storage] and [ClusterNode].
@NullMarked
package io.hackhub.cluster;

import org.jspecify.annotations.NullMarked;
