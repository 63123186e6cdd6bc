package io.plumbline.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The files that were open last: pinned ones first, then newest first.
public record RecentFiles(List<RecentFile> files) {
    public static final int MOST = 20;
    public static final RecentFiles NONE = new RecentFiles(List.of());

    /// Keeps the first of those with one path; more than [#MOST] fall off the end, pinned ones last.
    public RecentFiles {
        List<RecentFile> kept = new ArrayList<>();
        for (RecentFile file : files) {
            if (kept.stream().noneMatch(each -> each.path().equals(file.path()))) {
                kept.add(file);
            }
        }
        kept.sort(Comparator.comparing(file -> !file.pinned()));
        files = List.copyOf(kept.subList(0, Math.min(MOST, kept.size())));
    }

    /// With this file as the newest; a pinned one stays pinned.
    public RecentFiles opened(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        boolean pinned = files.stream().anyMatch(file -> file.path().equals(absolute) && file.pinned());
        return withFirst(new RecentFile(absolute, pinned));
    }

    public RecentFiles pinned(Path path) {
        return withFirst(new RecentFile(path, true));
    }

    public RecentFiles unpinned(Path path) {
        return withFirst(new RecentFile(path, false));
    }

    /// Without this file, pinned or not.
    public RecentFiles without(Path path) {
        return new RecentFiles(files.stream().filter(file -> !file.path().equals(path)).toList());
    }

    /// At its place another path, where the user found a file that had been moved.
    public RecentFiles located(Path missing, Path found) {
        return new RecentFiles(files.stream()
                .map(file -> file.path().equals(missing) ? new RecentFile(found, file.pinned()) : file).toList());
    }

    private RecentFiles withFirst(RecentFile first) {
        List<RecentFile> all = new ArrayList<>();
        all.add(first);
        all.addAll(files);
        return new RecentFiles(all);
    }
}
