package io.plumbline.topology;

import java.util.Arrays;
import java.util.BitSet;

/// Who read what, turned round: for every element and fact those that read it. Readers are told by numbers from 0.
public final class Readers {
    private static final int[] NOBODY = {};

    private int[][] readers = new int[64][];
    private int[] counts = new int[64];
    private int[][] readsByReader = new int[64][];

    /// Notes what a reader has read, in place of what it read before.
    public void read(int reader, Noted<?> noted) {
        if (reader >= readsByReader.length) {
            readsByReader = Arrays.copyOf(readsByReader, Math.max(reader + 1, readsByReader.length * 2));
        }
        int[] before = readsByReader[reader] == null ? NOBODY : readsByReader[reader];
        int[] now = noted.reads();
        readsByReader[reader] = now;
        int old = 0;
        for (int number : now) {
            while (old < before.length && before[old] < number) {
                remove(before[old++], reader);
            }
            if (old < before.length && before[old] == number) {
                old++;
            } else {
                add(number, reader);
            }
        }
        while (old < before.length) {
            remove(before[old++], reader);
        }
    }

    /// Forgets a reader.
    public void forget(int reader) {
        for (int number : readsByReader[reader]) {
            remove(number, reader);
        }
        readsByReader[reader] = NOBODY;
    }

    /// Those who read something that changed.
    public BitSet touchedBy(Changes changes) {
        BitSet touched = new BitSet();
        changes.numbers().filter(number -> number < counts.length).forEach(number -> {
            for (int i = 0; i < counts[number]; i++) {
                touched.set(readers[number][i]);
            }
        });
        return touched;
    }

    private void add(int number, int reader) {
        if (number >= counts.length) {
            int size = Math.max(number + 1, counts.length * 2);
            readers = Arrays.copyOf(readers, size);
            counts = Arrays.copyOf(counts, size);
        }
        if (readers[number] == null) {
            readers[number] = new int[4];
        } else if (counts[number] == readers[number].length) {
            readers[number] = Arrays.copyOf(readers[number], counts[number] * 2);
        }
        readers[number][counts[number]++] = reader;
    }

    private void remove(int number, int reader) {
        int[] all = readers[number];
        for (int i = 0; i < counts[number]; i++) {
            if (all[i] == reader) {
                all[i] = all[--counts[number]];
                return;
            }
        }
    }
}
