package io.plumbline.check;

import static java.util.Comparator.naturalOrder;

import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Flag;
import io.plumbline.model.Id;
import io.plumbline.model.RuleSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// Everything the validator says about one design.
///
/// @param findings   faults, worst first, then by rule, variant and element
/// @param accepted   faults that somebody accepted as a risk
/// @param unneeded   accepted risks that no finding is about any more
/// @param withheld   findings that another finding explains
/// @param notChecked what could not be judged, and why
/// @param tuned      rules that the design judges otherwise than the catalogue
/// @param toDos      what is unfinished
/// @param defects    rules that failed themselves; all others still reported
public record Report(Design design, List<Finding> findings, List<Accepted> accepted, List<AcceptedRisk> unneeded,
        List<Finding> withheld, List<NotChecked> notChecked, List<Tuned> tuned,
        List<ToDo> toDos, List<Defect> defects) {

    /// A finding and the risk that somebody accepted. `stale`: the compared values or the elements changed since then.
    public record Accepted(Finding finding, AcceptedRisk risk, boolean stale) {}

    /// What the design makes of a rule, and how many findings that concerns: with a rule that is off they are not shown.
    public record Tuned(RuleSetting setting, int findings) {}

    /// A rule that could not be evaluated because of a fault of its own.
    public record Defect(String rule, String reason) {}

    /// From so many examinations on several threads share them: judging reads and changes nothing.
    private static final int PARALLEL = 2_000;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule).thenComparing(Finding::variant).thenComparing(Finding::primary)
            .thenComparing(finding -> finding.elements().toString()).thenComparing(Finding::message);

    public static Report of(Design design) {
        return of(design, Rules.ALL);
    }

    /// The report of this design by these rules alone.
    public static Report of(Design design, List<Rule> rules) {
        Facts facts = Facts.of(design);
        List<Examination> examinations = Examination.all(facts, Examiner.of(rules));
        Stream<Examination> each = examinations.size() < PARALLEL ? examinations.stream()
                : examinations.parallelStream();
        List<Examined> said = each.map(examination -> examination.run(facts)).filter(one -> !one.isNothing()).toList();
        return of(design, rules, said);
    }

    /// The report that follows from what was said about the elements.
    static Report of(Design design, List<Rule> rules, List<Examined> said) {
        SortedMap<String, List<Finding>> findingsByRule = new TreeMap<>();
        SortedMap<String, String> defects = new TreeMap<>();
        Set<NotChecked> notChecked = new HashSet<>();
        List<ToDo> toDos = new ArrayList<>();
        for (Examined each : said) {
            for (Outcome outcome : each.outcomes()) {
                switch (outcome) {
                    case Finding finding ->
                            findingsByRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding);
                    case NotChecked gap -> notChecked.add(gap);
                }
            }
            toDos.addAll(each.toDos());
            each.defects().forEach(
                    defect -> defects.merge(defect.rule(), defect.reason(), BinaryOperator.minBy(naturalOrder())));
        }
        Tuning tuning = new Tuning(design);
        List<Finding> found = new ArrayList<>();
        for (Rule rule : rules) {
            List<Finding> own = findingsByRule.getOrDefault(rule.id(), List.of());
            if (own.size() > 1) {
                own.sort(ORDER);
                own = rule.combine(own);
            }
            own.forEach(finding -> tuning.apply(stepped(finding, design)).ifPresent(found::add));
        }
        Precedence.Sorted sorted = Precedence.sort(found.stream().distinct().sorted(ORDER));
        Acceptances acceptances = new Acceptances(design);
        List<Finding> standing = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        for (Finding finding : sorted.standing()) {
            acceptances.accept(finding).ifPresentOrElse(accepted::add, () -> standing.add(finding));
        }
        // What another finding explains today may stand tomorrow: its acceptance is kept.
        sorted.withheld().forEach(acceptances::accept);
        List<NotChecked> gaps = notChecked.stream().filter(gap -> !tuning.isOff(gap.rule()))
                .sorted(Comparator.comparing(NotChecked::rule).thenComparing(NotChecked::primary)
                        .thenComparing(NotChecked::reason))
                .toList();
        toDos.sort(Comparator.comparing(ToDo::element).thenComparing(ToDo::text));
        return new Report(design, List.copyOf(standing), List.copyOf(accepted), acceptances.unneeded(),
                sorted.withheld(), gaps,
                tuning.tuned(), List.copyOf(toDos),
                defects.entrySet().stream().map(each -> new Defect(each.getKey(), each.getValue())).toList());
    }

    /// The same report of a design in which only places differ.
    public Report moved(Design changed) {
        return new Report(changed, findings, accepted, unneeded, withheld, notChecked, tuned, toDos, defects);
    }

    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /// The findings whose root cause or evidence is this element.
    public List<Finding> about(Id element) {
        return findings.stream().filter(finding -> finding.elements().contains(element)).toList();
    }

    /// A flag on the element or on the whole design lowers a warning to advice; errors keep their severity.
    private static Finding stepped(Finding finding, Design design) {
        boolean flagged = hasFlags(design.project().about().flags())
                || design.find(finding.primary()).map(element -> hasFlags(element.about().flags())).orElse(false);
        return flagged && finding.severity() == Severity.WARNING ? finding.withSeverity(Severity.ADVICE) : finding;
    }

    private static boolean hasFlags(Attribute<SortedSet<Flag>> flags) {
        return flags instanceof Attribute.Known<SortedSet<Flag>>(SortedSet<Flag> set) && !set.isEmpty();
    }
}
