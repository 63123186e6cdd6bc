package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A cluster affinity rule (Windows Server 2022 and later).
public record AffinityRule(
        String name,
        Attribute<AffinityRuleType> ruleType,
        @Refers(Kind.VM) List<Id> vms) implements Part {

    public AffinityRule {
        vms = List.copyOf(vms);
    }

    /// With every attribute unset, so that the defaults hold.
    public static AffinityRule unset() {
        return Shape.of(AffinityRule.class).of(Map.of());
    }
}
