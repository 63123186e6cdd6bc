package io.plumbline.ui.palette;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
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

    /// The first free name of a series: `NIC3` after `NIC1` and `NIC2`.
    ///
    /// @param digits how many digits the number has at least
    /// @param among  whose names are taken
    public static String name(Design design, Kind kind, String stem, int digits, Predicate<Element> among) {
        Set<String> taken = design.all(kind).stream().filter(among).map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (int number = 1;; number++) {
            String name = stem + ("%0" + digits + "d").formatted(number);
            if (!taken.contains(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
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
