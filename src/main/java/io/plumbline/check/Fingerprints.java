package io.plumbline.check;

import io.plumbline.model.Design;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What findings rest on, in a few characters each: when a fingerprint changes, an accepted risk must be looked at again.
///
/// The compared values count, the names of elements do not: who renames a host has changed no fact.
public final class Fingerprints {
    private static final String NAME = "*";

    /// Names with a letter in them, the longest first, by the word they begin with. A bare number may be a figure.
    private final Map<String, List<String>> namesByFirstWord = new HashMap<>();

    private Fingerprints(Design design) {
        design.all().map(element -> element.name().strip())
                .filter(name -> name.chars().anyMatch(Character::isLetter) && isWordCharacter(name, 0)).distinct()
                .forEach(name -> namesByFirstWord.computeIfAbsent(name.substring(0, wordEnd(name, 0)),
                        _ -> new ArrayList<>(1)).add(name));
        namesByFirstWord.values().forEach(names -> names.sort(Comparator.comparing(String::length).reversed()));
    }

    public static Fingerprints in(Design design) {
        return new Fingerprints(design);
    }

    public String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        finding.facts().forEach((name, value) -> text.append(name).append('=').append(nameless(value)).append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String nameless(String text) {
        StringBuilder nameless = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (!isWordCharacter(text, at)) {
                nameless.append(text.charAt(at++));
                continue;
            }
            int end = wordEnd(text, at);
            int start = at;
            int after = namesByFirstWord.getOrDefault(text.substring(at, end), List.of()).stream()
                    .filter(name -> text.startsWith(name, start)
                            && !isWordCharacter(text, start + name.length()))
                    .mapToInt(name -> start + name.length()).findFirst().orElse(start);
            nameless.append(after > start ? NAME : text.substring(start, end));
            at = Math.max(after, end);
        }
        return nameless.toString();
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (isWordCharacter(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isWordCharacter(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
