package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Remedies;
import io.plumbline.check.Remedy;
import io.plumbline.check.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Executor;

/// The quick fixes of the findings of the report that is shown. Each is tried before it is offered, which takes its time:
/// they are found on another thread, for the findings that somebody looks at, what is looked at last first.
public final class Fixes {
    private final Executor elsewhere;
    private final Executor here;
    private final Map<Finding, List<Remedy>> remedies = new HashMap<>();
    private final SequencedSet<Finding> wanted = new LinkedHashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Report report;
    private boolean working;

    /// @param elsewhere runs the trials
    /// @param here      runs what the view sees
    public Fixes(Executor elsewhere, Executor here) {
        this.elsewhere = elsewhere;
        this.here = here;
    }

    /// Whoever shows fixes is told when more of them are known.
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void show(Report now) {
        boolean same = report != null && report.design().elementsByKind() == now.design().elementsByKind();
        report = now;
        if (!same) {
            remedies.clear();
            wanted.clear();
        }
    }

    /// What cures a finding, the best first; empty as long as nobody knows.
    Optional<List<Remedy>> of(Finding finding) {
        List<Remedy> known = remedies.get(finding);
        if (known == null) {
            wanted.remove(finding);
            wanted.add(finding);
            work();
        }
        return Optional.ofNullable(known);
    }

    private void work() {
        if (working || wanted.isEmpty()) {
            return;
        }
        working = true;
        Finding finding = wanted.removeLast();
        Report about = report;
        elsewhere.execute(() -> {
            try {
                List<Remedy> found = Remedies.of(about, finding);
                here.execute(() -> answered(about, finding, found));
            } catch (RuntimeException e) {
                here.execute(() -> {
                    answered(about, finding, List.of());
                    throw e;
                });
            }
        });
    }

    private void answered(Report about, Finding finding, List<Remedy> found) {
        working = false;
        if (about.design().elementsByKind() == report.design().elementsByKind()) {
            remedies.put(finding, found);
            listeners.forEach(Runnable::run);
        }
        work();
    }
}
