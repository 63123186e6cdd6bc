package io.plumbline.file;

/// A problem while its place is still a byte offset; negative where nobody knows it.
record Slip(long offset, String path, String what, String remedy) {}
