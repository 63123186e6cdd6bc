package io.plumbline.ui.canvas;

import io.plumbline.check.Finding;
import io.plumbline.check.Proof;
import io.plumbline.check.Severity;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Lag;
import io.plumbline.model.Team;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the canvas lights when a finding is explained: everything that proves it, and the cables between. All the rest
/// steps back.
///
/// @param primary    the element with the fault
/// @param elements   what the finding names
/// @param lit        that, and what it hangs on: uplinks of a team, cables of a port, the ports of a LAG
/// @param valueById  what is written at an element
public record Evidence(String rule, Severity severity, Id primary, Set<Id> elements, Set<Id> lit,
        Map<Id, String> valueById) {
    private static final int LONGEST_VALUE = 20;

    public Evidence {
        elements = Set.copyOf(elements);
        lit = Set.copyOf(lit);
        valueById = Collections.unmodifiableMap(new LinkedHashMap<>(valueById));
    }

    public static Evidence of(Design design, Finding finding) {
        var lit = new HashSet<Id>(finding.elements());
        for (Id id : finding.elements()) {
            design.find(id).ifPresent(element -> {
                switch (element) {
                    case Team team -> team.members().forEach(member -> lit.add(member.nic()));
                    case Lag lag -> lit.addAll(lag.memberPorts());
                    default -> {}
                }
            });
        }
        var ends = Set.copyOf(lit);
        design.all(Cable.class).filter(cable -> isHop(design, ends, cable.endA()) || isHop(design, ends, cable.endB()))
                .forEach(cable -> {
                    lit.add(cable.id());
                    lit.add(cable.endA());
                    lit.add(cable.endB());
                });
        design.all(Lag.class).filter(lag -> lag.memberPorts().stream().anyMatch(lit::contains))
                .forEach(lag -> lit.add(lag.id()));
        return new Evidence(finding.rule(), finding.severity(), finding.primary(), Set.copyOf(finding.elements()), lit,
                values(design, finding));
    }

    /// Whether a way through this end is part of the evidence.
    private static boolean isHop(Design design, Set<Id> ends, Id end) {
        return ends.contains(end) && design.find(end)
                .filter(element -> element.kind() == Kind.PHYSICAL_NIC || element.kind() == Kind.SWITCH_PORT)
                .isPresent();
    }

    /// What is compared, one for each element: figures rather than words, and nothing that is too long to stand on a
    /// drawing. The card has the whole of it.
    private static Map<Id, String> values(Design design, Finding finding) {
        var values = new LinkedHashMap<Id, String>();
        for (Proof proof : finding.evidence()) {
            String value = brief(proof.value().strip());
            if (design.find(proof.element()).isPresent() && !value.isEmpty()) {
                values.merge(proof.element(), value, (first, next) -> isFigure(first) || !isFigure(next)
                        ? first : next);
            }
        }
        return values;
    }

    /// A short value as it is, of a long one the figure that it starts with.
    static String brief(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        return isFigure(value) ? value.substring(0, value.indexOf(' ') < 0 ? LONGEST_VALUE : value.indexOf(' ')) : "";
    }

    private static boolean isFigure(String value) {
        return !value.isEmpty() && Character.isDigit(value.charAt(0));
    }
}
