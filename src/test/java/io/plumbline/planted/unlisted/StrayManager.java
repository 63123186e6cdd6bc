package io.plumbline.planted.unlisted;

/// Has a name that says nothing.
record StrayManager() {}
