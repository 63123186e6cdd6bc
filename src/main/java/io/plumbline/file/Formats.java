package io.plumbline.file;

import java.util.List;

/// The format versions there have been.
///
/// To change the format: add a migration at the end, keep an approved file of the old version for ever
/// (`src/test/resources/approved/file/format-N.plumb`), and keep the old schema.
///
/// @param steps the migration from version 1 to 2, from 2 to 3, ...
record Formats(List<Migration> steps) {
    static final Formats ALL = new Formats(List.of());

    Formats {
        steps = List.copyOf(steps);
    }

    int current() {
        return 1 + steps.size();
    }

    /// The migrations that a file of this version needs, in order.
    List<Migration> since(int version) {
        return steps.subList(version - 1, steps.size());
    }
}
