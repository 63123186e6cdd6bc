package io.plumbline.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds line and column of byte offsets, by reading the file again: that costs nothing as long as nothing is wrong.
final class LinesOf {

    private LinesOf() {}

    /// The slips as problems, in the order of the file.
    static List<Problem> problems(Source source, List<Slip> slips) {
        List<Problem> problems = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(source.open())) {
            long offset = 0;
            int line = 1;
            int column = 1;
            for (Slip slip : slips.stream().sorted(Comparator.comparingLong(Slip::offset)).toList()) {
                for (; offset < slip.offset(); offset++) {
                    int octet = in.read();
                    if (octet < 0) {
                        break;
                    }
                    if (octet == '\n') {
                        line++;
                        column = 1;
                    } else if ((octet & 0xC0) != 0x80 && !(offset == 0 && octet == 0xEF)) {
                        // Neither the further bytes of a character nor a byte order mark move on.
                        column++;
                    }
                }
                boolean known = slip.offset() >= 0;
                problems.add(new Problem(source.name(), known ? line : 0, known ? column : 0, slip.path(), slip.what(),
                        slip.remedy()));
            }
        } catch (IOException _) {
            return slips.stream()
                    .map(slip -> new Problem(source.name(), 0, 0, slip.path(), slip.what(), slip.remedy())).toList();
        }
        return problems;
    }
}
