package io.plumbline.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/// A file that was open.
///
/// @param pinned whether it stays at the top until it is unpinned
public record RecentFile(Path path, boolean pinned) {

    /// Whether it is still there; the list shows it greyed when it is not.
    public boolean isThere() {
        return Files.isRegularFile(path);
    }
}
