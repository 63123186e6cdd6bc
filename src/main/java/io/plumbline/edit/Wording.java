package io.plumbline.edit;

import io.plumbline.model.Element;
import io.plumbline.model.Kind;
import java.util.Collection;
import java.util.stream.Collectors;

/// Elements in the words of a menu: "host HV1", "2 NICs", "3 elements".
final class Wording {

    private Wording() {}

    static String of(Element element) {
        String name = element.name();
        if (element.kind() == Kind.PROJECT || name.isBlank()) {
            return one(element.kind());
        }
        boolean plain = name.chars().noneMatch(Character::isWhitespace);
        return one(element.kind()) + " " + (plain ? name : "\"" + name + "\"");
    }

    static String of(Collection<? extends Element> elements) {
        if (elements.size() == 1) {
            return of(elements.iterator().next());
        }
        var kinds = elements.stream().map(Element::kind).collect(Collectors.toSet());
        return elements.size() + " " + (kinds.size() == 1 ? many(kinds.iterator().next()) : "elements");
    }

    static String one(Kind kind) {
        return switch (kind) {
            case PHYSICAL_NIC -> "NIC";
            case EVIDENCE -> "test result";
            default -> startsWithAcronym(kind.display()) ? kind.display()
                    : Character.toLowerCase(kind.display().charAt(0)) + kind.display().substring(1);
        };
    }

    static String many(Kind kind) {
        String one = one(kind);
        return one.endsWith("ch") ? one + "es" : one + "s";
    }

    private static boolean startsWithAcronym(String display) {
        return Character.isUpperCase(display.charAt(1));
    }
}
