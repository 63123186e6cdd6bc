package io.plumbline.importer;

import io.plumbline.importer.ImportNotice.Gravity;
import io.plumbline.importer.LineReading.Fate;
import io.plumbline.model.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an import did and what it could not do: every line of every file is accounted for.
///
/// @param added   how many elements of each kind are new in the design
/// @param changed how many elements of each kind were there and are changed
/// @param notices what is wrong, risky, assumed or not known, the worst first
public record ImportReport(List<Source> sources, SortedMap<Kind, Integer> added, SortedMap<Kind, Integer> changed,
        List<ImportNotice> notices, List<SecretFound> secrets) {

    /// How many different lines of one file a notice shows; what they say repeats itself beyond that.
    private static final int MOST_TEXTS = 3;

    /// One file: what it describes and what became of each of its lines.
    ///
    /// @param name   what the device calls itself
    /// @param system what runs on it
    public record Source(String file, String name, String system, List<LineReading> lines) {

        public Source {
            lines = List.copyOf(lines);
        }

        public List<LineReading> lines(Fate fate) {
            return lines.stream().filter(line -> line.fate() == fate).toList();
        }
    }

    public ImportReport {
        sources = List.copyOf(sources);
        added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        notices = notices.stream().sorted((a, b) -> a.gravity().compareTo(b.gravity())).toList();
        secrets = List.copyOf(secrets);
    }

    public List<ImportNotice> notices(Gravity gravity) {
        return notices.stream().filter(notice -> notice.gravity() == gravity).toList();
    }

    /// The lines that nobody here understands; they have no influence on the design.
    public List<SourceLine> notUnderstood() {
        return sources.stream().flatMap(source -> source.lines(Fate.NOT_UNDERSTOOD).stream()
                .map(line -> new SourceLine(source.file(), line.number(), line.text()))).toList();
    }

    /// The whole report as text for a terminal or a file, ending with a line end.
    public String toText() {
        List<String> out = new ArrayList<>();
        for (Source source : sources) {
            out.add(Texts.get("report.source", source.file(), source.name(), source.system(), source.lines().size(),
                    source.lines(Fate.USED).size(), source.lines(Fate.SET_ASIDE).size(),
                    source.lines(Fate.NOT_UNDERSTOOD).size()));
        }
        count(out, "report.added", added);
        count(out, "report.changed", changed);
        for (Gravity gravity : Gravity.values()) {
            section(out, gravity.title(), notices(gravity).stream().flatMap(notice -> lines(notice).stream()).toList());
        }
        section(out, Texts.get("report.notUnderstood"),
                notUnderstood().stream().map(line -> "  " + line + "  " + line.text().strip()).toList());
        section(out, Texts.get("report.secrets"),
                secrets.stream().map(secret -> "  " + secret.file() + ":" + secret.line() + "  " + secret.what())
                        .toList());
        section(out, Texts.get("report.setAside"),
                sources.stream().flatMap(source -> setAside(source).stream()).toList());
        return String.join("\n", out) + "\n";
    }

    private static void count(List<String> out, String key, SortedMap<Kind, Integer> counts) {
        if (!counts.isEmpty()) {
            out.add(Texts.get(key, counts.entrySet().stream()
                    .map(entry -> Texts.get("report.count", entry.getKey().display(), entry.getValue()))
                    .collect(Collectors.joining(", "))));
        }
    }

    private static void section(List<String> out, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.add("");
            out.add(title);
            out.addAll(lines);
        }
    }

    private static List<String> lines(ImportNotice notice) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + notice.what());
        lines.add("    " + notice.consequence());
        Map<String, List<SourceLine>> linesByFile = new LinkedHashMap<>();
        notice.where().forEach(line -> linesByFile.computeIfAbsent(line.file(), _ -> new ArrayList<>()).add(line));
        linesByFile.values().forEach(inFile -> {
            Map<String, List<SourceLine>> linesByText = new LinkedHashMap<>();
            inFile.forEach(line -> linesByText.computeIfAbsent(line.text(), _ -> new ArrayList<>()).add(line));
            linesByText.values().stream().limit(MOST_TEXTS).forEach(same -> lines.add("      " + same.getFirst().file()
                    + ":" + Os9Device.numberList(same.stream().map(SourceLine::number)) + "  "
                    + same.getFirst().text()));
            if (linesByText.size() > MOST_TEXTS) {
                lines.add("      " + Texts.get("report.more", linesByText.size() - MOST_TEXTS));
            }
        });
        return lines;
    }

    /// Lines set aside for one reason stand together; separators are counted, not listed.
    private static List<String> setAside(Source source) {
        Map<String, List<Integer>> numbersByReason = new TreeMap<>();
        source.lines(Fate.SET_ASIDE).forEach(
                line -> numbersByReason.computeIfAbsent(line.reason(), _ -> new ArrayList<>()).add(line.number()));
        return numbersByReason.entrySet().stream().map(entry -> "  " + source.file() + ": "
                + (entry.getKey().equals(SetAside.SEPARATOR.text())
                        ? Texts.get("report.lines", entry.getValue().size())
                        : Os9Device.numberList(entry.getValue().stream()))
                + "  " + entry.getKey()).toList();
    }
}
