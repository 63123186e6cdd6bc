package io.plumbline.importer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lists of ports as the switch prints them: `TenGigabitEthernet 0/0,37-42`, `Port-channel 43-44`,
/// `te 1/5-1/8`, `TenGigabitEthernet 0/1,Port-channel 3`. A kind holds until the next one is named.
final class InterfaceList {

    /// A chassis has fewer ports than this; a longer range is a slip of the pen or an attack on memory.
    private static final int LONGEST_RANGE = 4096;

    private static final Pattern ITEM = Pattern
            .compile(
                    "([A-Za-z][A-Za-z-]{0,30})?\\s{0,8}(\\d{1,5}(?:/\\d{1,4}){0,3})(?:\\s?-\\s?(\\d{1,5}(?:/\\d{1,4}){0,3}))?");

    private InterfaceList() {}

    /// Empty when any part of the text is no port: half a list would be a wrong list.
    static Optional<List<InterfaceName>> find(String text) {
        List<InterfaceName> found = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            Matcher matcher = ITEM.matcher(item.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Optional<InterfaceName> first = first(matcher.group(1), matcher.group(2), found);
            if (first.isEmpty() || !addRange(first.get(), matcher.group(3), found)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(found));
    }

    /// Writes a list as the switch does, for messages: `TenGigabitEthernet 0/0,37-42`, `Port-channel 43-44`.
    static String text(Collection<InterfaceName> names) {
        StringBuilder text = new StringBuilder();
        List<InterfaceName> sorted = names.stream().distinct().sorted().toList();
        InterfaceName before = null;
        for (int i = 0; i < sorted.size(); i++) {
            InterfaceName first = sorted.get(i);
            while (i + 1 < sorted.size() && sorted.get(i + 1).equals(next(sorted.get(i)))) {
                i++;
            }
            boolean sameUnit = before != null && before.withLastNumber(first.lastNumber()).equals(first);
            text.append(before == null ? "" : sameUnit ? "," : ", ").append(sameUnit ? first.lastNumber() : first);
            if (!sorted.get(i).equals(first)) {
                text.append('-').append(sorted.get(i).lastNumber());
            }
            before = first;
        }
        return text.toString();
    }

    private static InterfaceName next(InterfaceName name) {
        return name.withLastNumber(name.lastNumber() + 1);
    }

    /// After `0/0,` both `0/37` and the bare `37` mean a port of the same kind in the same unit.
    private static Optional<InterfaceName> first(String kind, String numbers, List<InterfaceName> before) {
        if (kind != null) {
            return InterfaceName.find(kind + " " + numbers);
        }
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> named = InterfaceName.numbers(numbers);
        return Optional.of(named.size() == 1
                ? before.getLast().withLastNumber(named.getFirst())
                : new InterfaceName(before.getLast().kind(), named));
    }

    private static boolean addRange(InterfaceName first, String end, List<InterfaceName> found) {
        if (end == null) {
            found.add(first);
            return true;
        }
        List<Integer> last = InterfaceName.numbers(end);
        boolean sameUnit = last.size() == 1 || first.withLastNumber(last.getLast()).numbers().equals(last);
        int length = last.getLast() - first.lastNumber() + 1;
        if (!sameUnit || length < 1 || found.size() + length > LONGEST_RANGE) {
            return false;
        }
        for (int number = first.lastNumber(); number <= last.getLast(); number++) {
            found.add(first.withLastNumber(number));
        }
        return true;
    }
}
