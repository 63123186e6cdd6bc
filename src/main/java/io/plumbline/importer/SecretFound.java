package io.plumbline.importer;

/// A password, key or community string that the file holds. Its value is forgotten as soon as the line is read.
public record SecretFound(String file, int line, String what) {}
