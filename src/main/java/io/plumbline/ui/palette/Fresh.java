package io.plumbline.ui.palette;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Ids and names for what is new.
public final class Fresh {
    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 6;

    private Fresh() {}

    /// An id that nothing has, had or will have: `host-k3f9qz`. By chance and not by counting, so that two people who
    /// draw in two copies of a file do not give the same one.
    public static Id id(Design design, Kind kind) {
        while (true) {
            String letters = RANDOM.ints(LENGTH, 0, LETTERS.length())
                    .mapToObj(at -> String.valueOf(LETTERS.charAt(at))).collect(Collectors.joining());
            var id = new Id(kind.word() + "-" + letters);
            if (design.find(id).isEmpty()) {
                return id;
            }
        }
    }

    /// The next name of a series: `NIC3` after `NIC1` and `NIC2`, `HV3` after `HV2`, `HV01` where there is none yet.
    ///
    /// @param digits how many digits the first number has
    /// @param among  whose names are taken
    public static String name(Design design, Kind kind, String stem, int digits, Predicate<Element> among) {
        Pattern series = Pattern.compile(Pattern.quote(stem) + "([0-9]{1,9})", Pattern.CASE_INSENSITIVE);
        Optional<String> last = design.all(kind).stream().filter(among).map(each -> series.matcher(each.name()))
                .filter(Matcher::matches).map(matcher -> matcher.group(1))
                .max(Comparator.comparingInt(Integer::parseInt));
        int number = last.map(Integer::parseInt).orElse(0) + 1;
        return stem + ("%0" + last.map(String::length).orElse(digits) + "d").formatted(number);
    }

    /// The next free name after this one: `HV03` after `HV02`, `Team 2` after `Team`.
    public static String nameAfter(Design design, Element element, Predicate<Element> among) {
        Set<String> taken = design.all(element.kind()).stream().filter(among)
                .map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String name = element.name();
        int digits = 0;
        while (digits < Math.min(9, name.length()) && Character.isDigit(name.charAt(name.length() - 1 - digits))) {
            digits++;
        }
        String stem = digits == 0 ? name + " " : name.substring(0, name.length() - digits);
        long number = digits == 0 ? 1 : Long.parseLong(name.substring(name.length() - digits));
        String next;
        do {
            number++;
            next = stem + ("%0" + Math.max(1, digits) + "d").formatted(number);
        } while (taken.contains(next.toLowerCase(Locale.ROOT)));
        return next;
    }
}
