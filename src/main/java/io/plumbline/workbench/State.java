package io.plumbline.workbench;

import io.plumbline.check.Report;
import io.plumbline.edit.History;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Everything the window shows. The view is a function of this and of nothing else.
///
/// @param history   the designs so far
/// @param check     what the validator last said; it may still speak of the design before, see [#isChecked()]
/// @param selection what is selected, the primary element last
/// @param file      where the design is kept, if anywhere yet
/// @param saved     the design as it lies in the file
/// @param savedAt   when it was saved in this session
public record State(History history, Check check, SequencedSet<Id> selection, Optional<Path> file, Design saved,
        Optional<Instant> savedAt) {

    /// A report, when it was made and how long that took.
    public record Check(Report report, Instant at, long nanos) {}

    public State {
        selection = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(selection));
    }

    public Design design() {
        return history.current();
    }

    /// What the validator last said.
    public Report report() {
        return check.report();
    }

    /// Whether the report speaks of the design that is shown.
    public boolean isChecked() {
        return check.report().design() == design();
    }

    /// Whether there is work that the file does not hold. A question of identity, so it cannot be fooled.
    public boolean isUnsaved() {
        return design() != saved;
    }

    /// The elements selected, in the order in which they were.
    public List<Element> selected() {
        return selection.stream().flatMap(id -> design().find(id).stream()).toList();
    }

    /// The element that was selected last: others are aligned to it.
    public Optional<Id> primary() {
        return selection.isEmpty() ? Optional.empty() : Optional.of(selection.getLast());
    }

    /// The name of the file, or of the design while there is none.
    public String fileName() {
        return file.map(path -> path.getFileName().toString()).orElse(design().title());
    }

    State withHistory(History changed) {
        return new State(changed, check, existing(selection, changed.current()), file, saved, savedAt);
    }

    State withCheck(Check changed) {
        return new State(history, changed, selection, file, saved, savedAt);
    }

    State withSelection(Collection<Id> changed) {
        return new State(history, check, existing(changed, design()), file, saved, savedAt);
    }

    State withFile(Path path, Design kept, Instant at) {
        return new State(history, check, selection, Optional.of(path), kept, Optional.of(at));
    }

    private static SequencedSet<Id> existing(Collection<Id> ids, Design design) {
        var existing = new LinkedHashSet<Id>();
        ids.stream().filter(id -> design.find(id).isPresent()).forEach(existing::add);
        return existing;
    }
}
