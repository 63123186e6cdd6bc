package io.plumbline.importer;

/// A statement and the line that makes it, so that every problem can name its line.
record Said<S extends Os9Statement>(int line, S what) {}
