/// Broken on purpose: each class here breaks laws of [io.plumbline.ArchitectureTest], which must find just those.
package io.plumbline.planted;
