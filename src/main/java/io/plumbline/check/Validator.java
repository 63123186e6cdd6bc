package io.plumbline.check;

import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Project;
import io.plumbline.topology.Changes;
import io.plumbline.topology.Noted;
import io.plumbline.topology.Readers;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Id, List<Integer>> numbers = new HashMap<>();
    /// Numbers of examinations of elements that are gone.
    private final BitSet free = new BitSet();
    private final BitSet saidSomething = new BitSet();
    private Report report;
    private int examined;

    public Validator() {
        this(Rules.ALL);
    }

    Validator(List<Rule> rules) {
        this.rules = rules;
        examiners = Examiner.of(rules);
    }

    /// The report of a design: fast when the design differs little from the one before.
    public synchronized Report check(Design design) {
        examined = 0;
        if (report == null) {
            return report = all(design);
        }
        Design before = report.design();
        if (design.elementById() == before.elementById()) {
            return report = report.moved(design);
        }
        Collection<Id> differing = before.differences(design);
        BitSet due = new BitSet();
        boolean same = true;
        Optional<Changes> changes = facts.topology().become(design);
        if (changes.isEmpty()) {
            Optional<Topology.Rebuilt> rebuilt = facts.topology().rebuilt(design);
            if (rebuilt.isEmpty()) {
                return report = all(design);
            }
            facts = Facts.of(rebuilt.get().topology());
            changes = rebuilt.map(Topology.Rebuilt::changes);
            same = exchange(before, design, differing, due);
        }
        due.or(readers.touchedBy(changes.get()));
        for (int i = due.nextSetBit(0); i >= 0; i = due.nextSetBit(i + 1)) {
            same &= examine(i);
        }
        boolean alike = same && differing.stream().noneMatch(id -> weighs(before, design, id));
        return report = alike ? report.moved(design) : gather(design);
    }

    /// Takes leave of elements that are gone, and enters those that are new.
    ///
    /// @param due takes the examinations of what is new
    /// @return whether nothing that was said is lost
    private boolean exchange(Design before, Design now, Collection<Id> differing, BitSet due) {
        boolean same = true;
        for (Id id : differing) {
            if (now.find(id).isEmpty()) {
                for (int number : Objects.requireNonNullElse(numbers.remove(id), List.<Integer>of())) {
                    readers.forget(number);
                    same &= said[number].isNothing();
                    said[number] = Examined.NOTHING;
                    saidSomething.clear(number);
                    examinations.set(number, null);
                    free.set(number);
                }
            } else if (before.find(id).isEmpty()) {
                Element element = now.element(id);
                for (Examiner examiner : examiners) {
                    if (examiner.type() == element.kind().type()) {
                        due.set(enter(new Examination(examiner, id)));
                    }
                }
            }
        }
        return same;
    }

    private int enter(Examination examination) {
        int number = free.nextSetBit(0);
        if (number >= 0) {
            free.clear(number);
            examinations.set(number, examination);
        } else {
            number = examinations.size();
            examinations.add(examination);
        }
        if (number >= said.length) {
            int size = said.length;
            said = Arrays.copyOf(said, Math.max(64, number * 2));
            Arrays.fill(said, size, said.length, Examined.NOTHING);
        }
        numbers.computeIfAbsent(examination.element(), _ -> new ArrayList<>(2)).add(number);
        return number;
    }

    /// How many times an element was judged for the last report.
    synchronized int examined() {
        return examined;
    }

    /// Whether the report of a design can be had without judging everything.
    public synchronized boolean isNear(Design design) {
        return report != null && facts.topology().isAlike(design);
    }

    /// Whether a difference says something about how findings are shown, whatever the rules say.
    private static boolean weighs(Design before, Design now, Id id) {
        Optional<Element> old = before.find(id);
        Optional<Element> changed = now.find(id);
        return changed.or(() -> old).filter(each -> each instanceof Project || each instanceof AcceptedRisk)
                .isPresent()
                || old.isPresent() && changed.isPresent()
                        && !old.get().about().flags().equals(changed.get().about().flags());
    }

    private Report all(Design design) {
        facts = Facts.of(Topology.noting(design));
        readers = new Readers();
        examinations.clear();
        numbers.clear();
        free.clear();
        saidSomething.clear();
        said = new Examined[0];
        List<Examination> all = Examination.all(facts, examiners);
        all.forEach(this::enter);
        for (int i = 0; i < all.size(); i++) {
            examine(i);
        }
        return gather(design);
    }

    /// @return whether nothing new was said
    private boolean examine(int number) {
        examined++;
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
