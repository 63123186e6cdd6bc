package io.plumbline.file;

import tools.jackson.databind.node.ObjectNode;

/// The way of a file from one format version to the next.
public interface Migration {
    /// Changes the whole file, in place. The field `formatVersion` is set by the caller.
    void apply(ObjectNode file);
}
