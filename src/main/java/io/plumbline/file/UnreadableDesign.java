package io.plumbline.file;

import java.util.List;
import java.util.stream.Collectors;

/// A file that cannot be read as a design, and everything that is wrong with it. The message is for people.
public final class UnreadableDesign extends Exception {
    private final transient List<Problem> problems;

    UnreadableDesign(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
