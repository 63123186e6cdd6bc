package io.plumbline.settings;

import java.nio.file.Path;
import java.util.List;

/// All that is remembered of the user between two starts.
///
/// @param filters of the findings, by the names that the user gave them
public record Settings(Preferences preferences, RecentFiles recent, List<SavedFilter> filters) {
    public static final Settings STANDARD = new Settings(Preferences.STANDARD, RecentFiles.NONE, List.of());

    public Settings {
        filters = List.copyOf(filters);
        recent = preferences.keepsRecent() ? recent : new RecentFiles(List.of());
    }

    public Settings withPreferences(Preferences changed) {
        return new Settings(changed, recent, filters);
    }

    public Settings withRecent(RecentFiles changed) {
        return new Settings(preferences, changed, filters);
    }

    public Settings withFilters(List<SavedFilter> changed) {
        return new Settings(preferences, recent, changed);
    }

    /// After this file was opened or saved.
    public Settings opened(Path file) {
        return withRecent(recent.opened(file));
    }
}
