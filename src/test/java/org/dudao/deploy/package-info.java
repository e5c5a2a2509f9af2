/**
 * What runs Dudao elsewhere: image, compose file and Kubernetes manifests. No container
 * engine is needed to hold them to their schemas, to each other and to the program.
 */
@NullMarked
package org.dudao.deploy;

import org.jspecify.annotations.NullMarked;
