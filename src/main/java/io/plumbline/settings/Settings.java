package io.plumbline.settings;

import java.nio.file.Path;
import java.util.List;

/// All that is remembered of the user between two starts.
public record Settings(Preferences preferences, RecentFiles recent) {
    public static final Settings STANDARD = new Settings(Preferences.STANDARD, RecentFiles.NONE);

    public Settings {
        recent = preferences.keepsRecent() ? recent : new RecentFiles(List.of());
    }

    public Settings withPreferences(Preferences changed) {
        return new Settings(changed, recent);
    }

    public Settings withRecent(RecentFiles changed) {
        return new Settings(preferences, changed);
    }

    /// After this file was opened or saved.
    public Settings opened(Path file) {
        return withRecent(recent.opened(file));
    }
}
