package io.plumbline.ui.inspector;

import io.plumbline.model.Mbps;
import io.plumbline.model.Quantity;
import io.plumbline.model.Type;
import io.plumbline.model.Word;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How people write and read values.
final class Notation {
    private Notation() {}

    static String show(Object value) {
        return switch (value) {
            case Word word -> word.display();
            case Quantity quantity -> String.valueOf(quantity.amount());
            case Boolean truth -> truth ? "Yes" : "No";
            case Collection<?> items -> items.stream().map(Notation::show).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                    map.entrySet().stream().map(each -> show(each.getKey()) + ": " + show(each.getValue()))
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /// A default out of the page of a kind, in the words of the form.
    static String standard(Type type, String written) {
        return switch (type) {
            case Type.OneOf one -> one.words().stream().filter(word -> word.word().equals(written)).map(Word::display)
                    .findFirst().orElse(written);
            case Type.Truth _ -> written.equals("true") ? "Yes" : written.equals("false") ? "No" : written;
            default -> written;
        };
    }

    /// The value that a text means.
    ///
    /// @throws IllegalArgumentException with a sentence for people when it means none
    static Object read(Type type, String text) {
        String stripped = text.strip();
        return switch (type) {
            case Type.Text _ -> text;
            case Type.Whole(Class<?> java) -> java == Long.class ? (Object) number(type, stripped)
                    : (Object) Math.toIntExact(number(type, stripped));
            case Type.Measure(Class<?> java) when java == Mbps.class -> type.coerce(speed(type, stripped));
            case Type.Measure _ -> type.coerce(Math.toIntExact(number(type, stripped)));
            case Type.Truth _ -> type.coerce(truth(stripped));
            case Type.OneOf one -> one.words().stream()
                    .filter(word -> word.display().equalsIgnoreCase(stripped) || word.word().equals(stripped))
                    .findFirst()
                    .map(Object.class::cast).orElseGet(() -> type.coerce(stripped));
            case Type.ListOf(Type item) -> items(item, stripped);
            case Type.SetOf(Type item) -> type.coerce(items(item, stripped));
            case Type.Notation _,Type.Day _,Type.Reference _ -> type.coerce(stripped);
            case Type.MapOf _,Type.Group _ -> throw new IllegalArgumentException("This is no single value.");
        };
    }

    private static List<Object> items(Type item, String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(each -> !each.isEmpty())
                .map(each -> item.coerce(read(item, each))).toList();
    }

    private static long number(Type type, String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException("“" + text + "” is not " + type.describe() + ".");
        }
        long number = Long.parseLong(text);
        if (!(type instanceof Type.Whole(Class<?> java) && java == Long.class)
                && Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(text + " is too large.");
        }
        return number;
    }

    /// `10000`, `10G`, `100 Mbit/s`.
    private static int speed(Type type, String text) {
        String unit = text.toLowerCase(Locale.ROOT).replaceAll("[0-9. ]", "");
        String digits = text.replaceAll("[^0-9.]", "");
        boolean giga = unit.startsWith("g");
        if (giga && digits.matches("[0-9]{1,5}(\\.[0-9])?")) {
            return (int) Math.round(Double.parseDouble(digits) * 1000);
        }
        return Math.toIntExact(number(type, unit.startsWith("m") ? digits : text));
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new IllegalArgumentException("Write yes or no.");
        };
    }
}
