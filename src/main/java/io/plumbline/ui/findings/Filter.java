package io.plumbline.ui.findings;

import io.plumbline.settings.SavedFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which rows are listed, and in which groups.
record Filter(Choice choice, Grouping grouping, String text) {
    static final Filter ALL = new Filter(Choice.ALL, Grouping.NONE, "");

    /// A filter as it was kept; what a newer version knows and this one does not is left out.
    static Filter of(SavedFilter saved) {
        return new Filter(named(Choice.values(), saved.choice()).orElse(Choice.ALL),
                named(Grouping.values(), saved.grouping()).orElse(Grouping.NONE), saved.text());
    }

    SavedFilter as(String name) {
        return new SavedFilter(name, choice.name(), grouping.name(), text);
    }

    Filter with(Choice changed) {
        return new Filter(changed, grouping, text);
    }

    Filter with(Grouping changed) {
        return new Filter(choice, changed, text);
    }

    Filter with(String changed) {
        return new Filter(choice, grouping, changed);
    }

    boolean has(Line line) {
        return choice.has(line) && line.isFoundBy(text);
    }

    /// The rows to show: those that fit, under headings where they are grouped; a folded heading hides its rows.
    List<Line> rows(List<Line> lines, Set<String> folded) {
        List<Line> fitting = lines.stream().filter(this::has).toList();
        if (grouping == Grouping.NONE) {
            return fitting;
        }
        Map<String, List<Line>> byGroup = new LinkedHashMap<>();
        fitting.forEach(line -> byGroup.computeIfAbsent(grouping.of(line), _ -> new ArrayList<>()).add(line));
        var rows = new ArrayList<Line>();
        byGroup.forEach((title, members) -> {
            Line heading = Line.heading(title, members, folded.contains(title));
            rows.add(heading);
            if (!folded.contains(title)) {
                rows.addAll(members);
            }
        });
        return rows;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return List.of(all).stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
