package io.plumbline.topology;

import java.util.Arrays;

/// Notes which elements a calculation looks at, so that an edit elsewhere need not repeat it.
///
/// Elements are told by their numbers in the [Index]; numbers behind those stand for facts about the whole design
/// ([Cell]). Calculations nest: what an inner one reads, the outer one reads too. One thread at a time.
final class Reads {
    private static final int[] NOTHING = {};
    private static final int DEEPEST = 256;

    private final int[] seenBy;
    /// At which edit a number last changed.
    private final int[] changedAt;
    private final Sheet[] sheets = new Sheet[DEEPEST];
    private final Place at = new Place();

    /// Where notes are taken.
    private static final class Place {
        private int depth = -1;
        private int calculation;
        private int edits;
    }

    /// The notes of one calculation.
    private static final class Sheet {
        private int[] numbers = new int[32];
        private int size;
        private int calculation;
    }

    /// @param size the number of elements and facts; 0: nobody wants to know
    Reads(int size) {
        seenBy = new int[size];
        changedAt = new int[size];
    }

    static Reads none() {
        return new Reads(0);
    }

    boolean areNoted() {
        return seenBy.length > 0;
    }

    /// How many edits there have been.
    int edits() {
        return at.edits;
    }

    /// Another edit begins.
    void nextEdit() {
        at.edits++;
    }

    void changed(int number) {
        // What is gone is read by nobody.
        if (number < changedAt.length) {
            changedAt[number] = at.edits;
        }
    }

    /// Whether one of these changed after so many edits.
    boolean changedSince(int edits, int[] numbers) {
        for (int number : numbers) {
            if (changedAt[number] > edits) {
                return true;
            }
        }
        return false;
    }

    void mark(int number) {
        if (at.depth < 0) {
            return;
        }
        Sheet sheet = sheets[at.depth];
        if (seenBy[number] != sheet.calculation) {
            seenBy[number] = sheet.calculation;
            if (sheet.size == sheet.numbers.length) {
                sheet.numbers = Arrays.copyOf(sheet.numbers, sheet.size * 2);
            }
            sheet.numbers[sheet.size++] = number;
        }
    }

    void mark(int[] numbers) {
        if (at.depth >= 0) {
            for (int number : numbers) {
                mark(number);
            }
        }
    }

    /// A calculation begins.
    void open() {
        if (areNoted()) {
            at.depth++;
            if (sheets[at.depth] == null) {
                sheets[at.depth] = new Sheet();
            }
            sheets[at.depth].size = 0;
            sheets[at.depth].calculation = ++at.calculation;
        }
    }

    /// It ends: what it read, in ascending order. The calculation around it has not read that until it is told.
    int[] close() {
        if (!areNoted()) {
            return NOTHING;
        }
        Sheet sheet = sheets[at.depth--];
        Arrays.sort(sheet.numbers, 0, sheet.size);
        int kept = 0;
        for (int i = 0; i < sheet.size; i++) {
            if (kept == 0 || sheet.numbers[i] != sheet.numbers[kept - 1]) {
                sheet.numbers[kept++] = sheet.numbers[i];
            }
        }
        return Arrays.copyOf(sheet.numbers, kept);
    }
}
