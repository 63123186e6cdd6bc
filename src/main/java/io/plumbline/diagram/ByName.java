package io.plumbline.diagram;

import io.plumbline.model.Element;
import java.util.Comparator;

/// The order in which people expect names: NIC2 before NIC10, case no matter; elements of one name by id.
final class ByName implements Comparator<Element> {
    static final ByName ORDER = new ByName();

    private ByName() {}

    @Override
    public int compare(Element a, Element b) {
        int byName = compare(a.name(), b.name());
        return byName != 0 ? byName : a.id().compareTo(b.id());
    }

    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isFigure(a.charAt(i)) && isFigure(b.charAt(j))) {
                int endA = endOfNumber(a, i);
                int endB = endOfNumber(b, j);
                int byNumber = compareNumbers(a, i, endA, b, j, endB);
                if (byNumber != 0) {
                    return byNumber;
                }
                i = endA;
                j = endB;
            } else {
                int byLetter = Character.compare(Character.toLowerCase(a.charAt(i++)),
                        Character.toLowerCase(b.charAt(j++)));
                if (byLetter != 0) {
                    return byLetter;
                }
            }
        }
        int byLength = Integer.compare(a.length() - i, b.length() - j);
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    /// By value, however many figures there are.
    private static int compareNumbers(String a, int startA, int endA, String b, int startB, int endB) {
        int i = startA;
        int j = startB;
        while (i < endA - 1 && a.charAt(i) == '0') {
            i++;
        }
        while (j < endB - 1 && b.charAt(j) == '0') {
            j++;
        }
        if (endA - i != endB - j) {
            return Integer.compare(endA - i, endB - j);
        }
        for (; i < endA; i++, j++) {
            if (a.charAt(i) != b.charAt(j)) {
                return Character.compare(a.charAt(i), b.charAt(j));
            }
        }
        return 0;
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && isFigure(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isFigure(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
