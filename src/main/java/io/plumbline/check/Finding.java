package io.plumbline.check;

import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A fault, at the element that causes it, with what proves it.
///
/// Its identity is rule, variant and the elements concerned, never the text: accepted risks and lists depend on that.
/// The text is made of the message pattern in the rule's page and of `facts`.
///
/// @param rule        the rule's id in the catalogue
/// @param variant     the variant of the rule, or ""
/// @param primary     the root cause
/// @param evidence    every element and value that proves it, in the order in which one would explain it
/// @param facts       what the message pattern names, in the words of the message
/// @param concernById elements by the part they play ("nlbCluster", "team", "host", "hop", "network"), one or more of each;
///                    precedence between rules compares these
/// @param because     sentences of findings folded into this one
public record Finding(String rule, String variant, Severity severity, Id primary, List<Proof> evidence,
        SortedMap<String, String> facts, SortedMap<String, SortedSet<Id>> concernById, List<String> because)
        implements Outcome {

    public Finding {
        Objects.requireNonNull(severity);
        evidence = List.copyOf(evidence);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        SortedMap<String, SortedSet<Id>> concerns = new TreeMap<>();
        concernById.forEach((part, ids) -> concerns.put(part, Collections.unmodifiableSortedSet(new TreeSet<>(ids))));
        concernById = Collections.unmodifiableSortedMap(concerns);
        because = List.copyOf(because);
    }

    public static Finding of(String rule, String variant, Severity severity, Id primary) {
        return new Finding(rule, variant, severity, primary, List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    public static Finding of(String rule, Severity severity, Id primary) {
        return of(rule, "", severity, primary);
    }

    public Finding fact(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(facts);
        more.put(name, value.toString());
        return new Finding(rule, variant, severity, primary, evidence, more, concernById, because);
    }

    public Finding proof(Id element, String attribute, Object value) {
        List<Proof> more = new ArrayList<>(evidence);
        more.add(new Proof(element, attribute, value.toString()));
        return new Finding(rule, variant, severity, primary, more, facts, concernById, because);
    }

    /// With one more element that plays this part.
    public Finding concerning(String part, Id element) {
        SortedMap<String, SortedSet<Id>> more = new TreeMap<>(concernById);
        SortedSet<Id> ids = new TreeSet<>(concerns(part));
        ids.add(element);
        more.put(part, ids);
        return new Finding(rule, variant, severity, primary, evidence, facts, more, because);
    }

    /// With all of these: one step, where many elements prove it.
    public Finding proofs(Collection<Id> elements, String attribute, Object value) {
        List<Proof> more = new ArrayList<>(evidence);
        elements.forEach(element -> more.add(new Proof(element, attribute, value.toString())));
        return new Finding(rule, variant, severity, primary, more, facts, concernById, because);
    }

    /// With all of these in that part.
    public Finding concerning(String part, Collection<Id> elements) {
        if (elements.isEmpty()) {
            return this;
        }
        SortedMap<String, SortedSet<Id>> more = new TreeMap<>(concernById);
        SortedSet<Id> ids = new TreeSet<>(concerns(part));
        ids.addAll(elements);
        more.put(part, ids);
        return new Finding(rule, variant, severity, primary, evidence, facts, more, because);
    }

    public Finding because(String sentence) {
        List<String> more = new ArrayList<>(because);
        more.add(sentence);
        return new Finding(rule, variant, severity, primary, evidence, facts, concernById, more);
    }

    public Finding withSeverity(Severity changed) {
        return new Finding(rule, variant, changed, primary, evidence, facts, concernById, because);
    }

    /// The elements that play this part.
    public SortedSet<Id> concerns(String part) {
        return concernById.getOrDefault(part, Collections.emptySortedSet());
    }

    /// The sentence people read.
    public String message() {
        return RulePage.of(rule).message(variant, facts);
    }

    /// What stands below the finding into which this one is folded.
    public String foldedMessage() {
        return RulePage.of(rule).foldedMessage(variant, facts);
    }

    /// The page that explains the rule.
    public RulePage page() {
        return RulePage.of(rule);
    }

    /// All elements concerned, the primary one first.
    public SequencedSet<Id> elements() {
        SequencedSet<Id> elements = new LinkedHashSet<>();
        elements.add(primary);
        evidence.forEach(proof -> elements.add(proof.element()));
        return elements;
    }
}
