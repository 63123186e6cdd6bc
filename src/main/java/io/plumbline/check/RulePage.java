package io.plumbline.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page of a rule: a head with title and message patterns, then the five sections that explain it.
/// Stored once, as a resource; the window, the command line and the runbook show the same text.
///
/// @param title      for choosing among rules
/// @param severity   the severity as the catalogue words it ("a: warning, b: advice")
/// @param origin     where the rule comes from
/// @param patterns   message patterns by variant ("" where the rule has none), with facts in braces
/// @param folded     by variant, what is said instead where another finding names the cause; few rules have it
/// @param sections   Markdown by heading, in the order of [#HEADINGS]
public record RulePage(String id, String title, String severity, String origin, Map<String, String> patterns,
        Map<String, String> folded, SequencedMap<String, String> sections) {

    public static final List<String> HEADINGS = List.of("What happens", "How you notice", "What to do",
            "When it is fine", "Source");

    private static final Map<String, RulePage> PAGES = new ConcurrentHashMap<>();
    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    /// The page of this rule, which must exist.
    public static RulePage of(String id) {
        return PAGES.computeIfAbsent(id, RulePage::load);
    }

    /// The message of a finding: the variant's pattern with the facts put in.
    public String message(String variant, Map<String, String> facts) {
        String pattern = patterns.get(variant);
        if (pattern == null) {
            throw new IllegalStateException("The page of " + id + " has no message for variant \"" + variant + "\".");
        }
        return filled(pattern, facts);
    }

    /// The sub-line of a finding that another one explains: its own short form, else the whole message.
    public String foldedMessage(String variant, Map<String, String> facts) {
        String pattern = folded.get(variant);
        return pattern == null ? message(variant, facts) : filled(pattern, facts);
    }

    private String filled(String pattern, Map<String, String> facts) {
        Matcher matcher = FACT.matcher(pattern);
        StringBuilder message = new StringBuilder();
        while (matcher.find()) {
            String fact = facts.get(matcher.group(1));
            if (fact == null) {
                throw new IllegalStateException(id + " states no fact \"" + matcher.group(1) + "\".");
            }
            matcher.appendReplacement(message, Matcher.quoteReplacement(fact));
        }
        return matcher.appendTail(message).toString();
    }

    public String section(String heading) {
        return sections.getOrDefault(heading, "");
    }

    static RulePage read(String id, String text) {
        String[] parts = text.split("(?m)^---$\\n", 3);
        if (parts.length != 3 || !parts[0].isBlank()) {
            throw new IllegalStateException("The page of " + id + " has no head between two lines of ---.");
        }
        Map<String, String> head = new LinkedHashMap<>();
        Map<String, String> patterns = new LinkedHashMap<>();
        Map<String, String> folded = new LinkedHashMap<>();
        for (String line : parts[1].split("\n")) {
            int colon = line.indexOf(':');
            String key = line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (key.equals("message") || key.startsWith("message ")) {
                patterns.put(key.substring("message".length()).strip(), value);
            } else if (key.equals("folded") || key.startsWith("folded ")) {
                folded.put(key.substring("folded".length()).strip(), value);
            } else {
                head.put(key, value);
            }
        }
        SequencedMap<String, String> sections = new LinkedHashMap<>();
        for (String section : parts[2].split("(?m)^## ")) {
            if (!section.isBlank()) {
                int end = section.indexOf('\n');
                sections.put(section.substring(0, end).strip(), section.substring(end + 1).strip());
            }
        }
        return new RulePage(id, head.getOrDefault("title", ""), head.getOrDefault("severity", ""),
                head.getOrDefault("origin", ""), Collections.unmodifiableMap(patterns),
                Collections.unmodifiableMap(folded), Collections.unmodifiableSequencedMap(sections));
    }

    private static RulePage load(String id) {
        try (InputStream in = RulePage.class.getResourceAsStream(id + ".md")) {
            if (in == null) {
                throw new IllegalStateException("There is no page for rule " + id + ".");
            }
            return read(id, new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new IllegalStateException("The page of rule " + id + " cannot be read.", e);
        }
    }
}
