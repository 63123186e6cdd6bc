package io.plumbline.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A port, LAG or VLAN interface by the name its switch gives it: a kind and the numbers behind it.
record InterfaceName(Kind kind, List<Integer> numbers) implements Comparable<InterfaceName> {

    private static final Pattern SPELLING =
            Pattern.compile("([A-Za-z][A-Za-z-]{0,30}?)\\s{0,8}(\\d{1,5}(?:/\\d{1,4}){0,3})");

    InterfaceName {
        numbers = List.copyOf(numbers);
    }

    /// Reads the full spelling and the abbreviations people type: `TenGigabitEthernet 0/1`, `te0/1`, `Po 43`.
    static Optional<InterfaceName> find(String text) {
        Matcher matcher = SPELLING.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Kind.find(matcher.group(1)).map(kind -> new InterfaceName(kind, numbers(matcher.group(2))));
    }

    static InterfaceName lag(int number) {
        return new InterfaceName(Kind.PORT_CHANNEL, List.of(number));
    }

    static InterfaceName vlan(int number) {
        return new InterfaceName(Kind.VLAN, List.of(number));
    }

    static List<Integer> numbers(String path) {
        return Arrays.stream(path.split("/")).map(Integer::valueOf).toList();
    }

    int lastNumber() {
        return numbers.getLast();
    }

    InterfaceName withLastNumber(int number) {
        List<Integer> changed = new ArrayList<>(numbers);
        changed.set(changed.size() - 1, number);
        return new InterfaceName(kind, changed);
    }

    boolean isPhysicalPort() {
        return kind.speedMbps.isPresent();
    }

    @Override
    public int compareTo(InterfaceName other) {
        int byKind = Comparator.<InterfaceName, Kind>comparing(InterfaceName::kind).compare(this, other);
        return byKind != 0 ? byKind
                : Arrays.compare(numbers.toArray(Integer[]::new), other.numbers.toArray(Integer[]::new));
    }

    /// The name in a form that sorts by number: `te-000-003`, `vl-0007`.
    String toSortable() {
        StringBuilder text = new StringBuilder(kind.shortest);
        numbers.forEach(number -> text.append(numbers.size() == 1 ? "-%04d".formatted(number)
                : "-%03d".formatted(number)));
        return text.toString();
    }

    @Override
    public String toString() {
        return kind.word + " " + numbers.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    /// The kinds of interface of this family, in the order in which `show running-config` prints them.
    /// The shortest abbreviation is the one the command line itself accepts as unambiguous.
    enum Kind {
        GIGABIT("GigabitEthernet", "gi", 1_000),
        TEN_GIGABIT("TenGigabitEthernet", "te", 10_000),
        TWENTY_FIVE_GIGABIT("twentyFiveGigE", "tf", 25_000),
        FORTY_GIGABIT("fortyGigE", "fo", 40_000),
        FIFTY_GIGABIT("fiftyGigE", "fi", 50_000),
        HUNDRED_GIGABIT("hundredGigE", "hu", 100_000),
        MANAGEMENT("ManagementEthernet", "ma"),
        LOOPBACK("Loopback", "lo"),
        NULL("Null", "nu"),
        TUNNEL("Tunnel", "tu"),
        PORT_CHANNEL("Port-channel", "po"),
        VLAN("Vlan", "vl");

        private final String word;
        private final String shortest;
        private final OptionalInt speedMbps;

        Kind(String word, String shortest) {
            this.word = word;
            this.shortest = shortest;
            this.speedMbps = OptionalInt.empty();
        }

        Kind(String word, String shortest, int speedMbps) {
            this.word = word;
            this.shortest = shortest;
            this.speedMbps = OptionalInt.of(speedMbps);
        }

        OptionalInt speedMbps() {
            return speedMbps;
        }

        private static Optional<Kind> find(String typed) {
            String wanted = typed.toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(kind -> kind.accepts(wanted)).findFirst();
        }

        private boolean accepts(String typed) {
            return typed.length() > 1 && word.toLowerCase(Locale.ROOT).startsWith(typed) || typed.equals(shortest);
        }
    }
}
