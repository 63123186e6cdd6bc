package io.plumbline.check;

import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Project;
import io.plumbline.topology.Changes;
import io.plumbline.topology.Noted;
import io.plumbline.topology.Readers;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Checks the designs that editing makes, one after the other, and judges again only what an edit can have changed: every
/// judgement notes what it read. The report is always the one that [Report#of(Design)] gives.
public final class Validator {
    private final List<Rule> rules;
    private final List<Examiner> examiners;
    private Facts facts;
    private Readers readers;
    /// One for every element and examiner: who examines whom, and what was said.
    private final List<Examination> examinations = new ArrayList<>();
    private Examined[] said = {};
    private final BitSet saidSomething = new BitSet();
    private Report report;

    public Validator() {
        this(Rules.ALL);
    }

    Validator(List<Rule> rules) {
        this.rules = rules;
        examiners = Examiner.of(rules);
    }

    /// The report of a design: fast when the design differs little from the one before.
    public synchronized Report check(Design design) {
        if (report == null) {
            return report = all(design);
        }
        Design before = report.design();
        if (design.elementById() == before.elementById()) {
            return report = report.moved(design);
        }
        Optional<Changes> changes = facts.topology().become(design);
        if (changes.isEmpty()) {
            return report = all(design);
        }
        boolean same = true;
        BitSet touched = readers.touchedBy(changes.get());
        for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
            same &= examine(i);
        }
        boolean alike = same && before.differences(design).stream()
                .noneMatch(id -> weighs(before.element(id), design.element(id)));
        return report = alike ? report.moved(design) : gather(design);
    }

    /// Whether the report of a design can be had without judging everything.
    public synchronized boolean isNear(Design design) {
        return report != null && facts.topology().isAlike(design);
    }

    /// Whether a change says something about how findings are shown, whatever the rules say.
    private static boolean weighs(Element before, Element now) {
        return now instanceof Project || now instanceof AcceptedRisk
                || !before.about().flags().equals(now.about().flags());
    }

    private Report all(Design design) {
        facts = Facts.of(Topology.noting(design));
        readers = new Readers();
        examinations.clear();
        saidSomething.clear();
        examinations.addAll(Examination.all(facts, examiners));
        said = new Examined[examinations.size()];
        Arrays.fill(said, Examined.NOTHING);
        for (int i = 0; i < said.length; i++) {
            examine(i);
        }
        return gather(design);
    }

    /// @return whether nothing new was said
    private boolean examine(int number) {
        Examination each = examinations.get(number);
        Noted<Examined> noted = facts.topology().note(() -> each.run(facts));
        readers.read(number, noted);
        boolean same = noted.value().equals(said[number]);
        said[number] = noted.value();
        saidSomething.set(number, !said[number].isNothing());
        return same;
    }

    private Report gather(Design design) {
        return Report.of(design, rules, saidSomething.stream().mapToObj(number -> said[number]).toList());
    }
}
