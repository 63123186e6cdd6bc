package io.plumbline.file;

import io.plumbline.model.Id;
import io.plumbline.model.Type;
import io.plumbline.model.Word;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Turns the text of single values into values. Equal values of one reading are one object: thousands of ports have the
/// same VLANs, and every id is referred to many times.
final class Scalars {
    private static final ClassValue<Map<String, Object>> WORDS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(word -> ((Word) word).word(), Function.identity()));
        }
    };

    private final Map<Class<?>, Map<String, Object>> valueByTextByType = new HashMap<>();
    private final Map<Class<?>, Map<Integer, Object>> measureByNumberByType = new HashMap<>();
    private final Map<String, Id> idByText = new HashMap<>();

    Id id(String text) {
        Id id = idByText.get(text);
        if (id == null) {
            id = new Id(text);
            idByText.put(text, id);
        }
        return id;
    }

    /// @throws IllegalArgumentException when the text could not be written again
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new IllegalArgumentException("The text holds half a character, a lone surrogate.");
                }
                i++;
            }
        }
        return text;
    }

    /// The word of an enum, or null when it is none of them.
    static Object word(Type.OneOf type, String text) {
        return WORDS.get(type.java()).get(text);
    }

    /// Whether files hold the words of an enum as numbers: when all of them are.
    static boolean isNumeric(Type.OneOf type) {
        return WORDS.get(type.java()).keySet().stream().allMatch(word -> word.matches("[0-9]+"));
    }

    /// @throws IllegalArgumentException with a message for people
    Object measure(Type.Measure type, Integer number) {
        return measureByNumberByType.computeIfAbsent(type.java(), _ -> new HashMap<>()).computeIfAbsent(number,
                type::coerce);
    }

    /// @throws IllegalArgumentException with a message for people
    Object notation(Type.Notation type, String text) {
        if (type.java() == Id.class) {
            return id(text);
        }
        Map<String, Object> valueByText = valueByTextByType.computeIfAbsent(type.java(), _ -> new HashMap<>());
        Object value = valueByText.get(text);
        if (value == null) {
            value = type.coerce(text);
            valueByText.put(text, value);
        }
        return value;
    }
}
