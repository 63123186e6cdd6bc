package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.predict.Lane;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A SET team of adapters that are not alike, of more than eight, or of adapters of another host.
public record UnequalEmbeddedTeam() implements Rule {

    private static final int MOST = 8;
    private static final String ALIKE = "use adapters of one make, model and speed";

    /// In what adapters can differ, by the name in files.
    private static final List<String> HARDWARE = List.of("vendor", "model", "linkSpeedMbps");
    private static final List<String> SOFTWARE = List.of("driverVersion", "firmwareVersion");

    @Override
    public String id() {
        return "TEAM002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        return team.technology() == TeamTechnology.SET ? judgeMembers(facts, team) : Stream.empty();
    }

    /// Whether the members of a team would do for SET.
    static boolean doForSet(Facts facts, Team team) {
        return new UnequalEmbeddedTeam().judgeMembers(facts, team).noneMatch(
                outcome -> outcome instanceof Finding finding && finding.severity() == Severity.ERROR);
    }

    private Stream<Outcome> judgeMembers(Facts facts, Team team) {
        List<PhysicalNic> nics = facts.topology().uplinks().nics(team);
        Faults faults = new Faults();
        if (team.members().size() > MOST) {
            int over = team.members().size() - MOST;
            faults.add("it has " + team.members().size() + " members, and SET takes eight",
                    "take " + (over == 1 ? "one" : Names.number(over)) + " out").proof(team.id(), "members",
                            team.members().size());
        }
        for (PhysicalNic nic : nics) {
            if (!nic.host().equals(team.owner())) {
                faults.add(facts.name(nic.id()) + " belongs to another host",
                        "take " + facts.name(nic.id()) + " out").proof(nic.id(), "host", facts.name(nic.host()));
            }
        }
        hardware(facts, nics, faults);
        Severity severity = faults.isEmpty() ? Severity.WARNING : Severity.ERROR;
        if (faults.isEmpty()) {
            compare(facts, nics, "the drivers", "driverVersion", PhysicalNic::driverVersion, faults,
                    "update driver and firmware of all members together");
            compare(facts, nics, "the firmware versions", "firmwareVersion", PhysicalNic::firmwareVersion, faults,
                    "update driver and firmware of all members together");
        }
        return faults.outcome(facts, id(), severity, team.id());
    }

    private static void hardware(Facts facts, List<PhysicalNic> nics, Faults faults) {
        compare(facts, nics, "the makes", "vendor", PhysicalNic::vendor, faults, ALIKE);
        compare(facts, nics, "the models", "model", nic -> nic.model().map(model -> named(facts, model)), faults,
                ALIKE);
        Map<String, List<Id>> nicsBySpeed = new LinkedHashMap<>();
        for (PhysicalNic nic : nics) {
            if (nic.linkSpeedMbps().isUnset() && nic.model().isUnset()) {
                continue;
            }
            var speed = facts.topology().effective().linkSpeed(nic);
            faults.needs(nics.size() > 1 ? speed : Answer.sure(true));
            speed.find().ifPresent(known -> nicsBySpeed.computeIfAbsent(Lane.gigabits(known), _ -> new ArrayList<>())
                    .add(nic.id()));
        }
        differ(facts, "the speeds", "linkSpeedMbps", nicsBySpeed, faults, ALIKE);
    }

    private static String named(Facts facts, Id model) {
        return facts.topology().find(model).map(Element::name).filter(name -> !name.isBlank()).orElse(model.text());
    }

    /// Only what is stated can differ; a value that nobody wrote down says nothing.
    private static void compare(Facts facts, List<PhysicalNic> nics, String what, String attribute,
            Function<PhysicalNic, Attribute<String>> get, Faults faults, String change) {
        Map<String, String> spelling = new LinkedHashMap<>();
        Map<String, List<Id>> nicsByValue = new LinkedHashMap<>();
        for (PhysicalNic nic : nics) {
            switch (get.apply(nic)) {
                case Attribute.Known<String>(String value) -> nicsByValue.computeIfAbsent(
                        spelling.computeIfAbsent(value.strip().toLowerCase(Locale.ROOT),
                                _ -> Names.quoted(value.strip())),
                        _ -> new ArrayList<>()).add(nic.id());
                case Attribute.Unknown<String> _ when nics.size() > 1 ->
                        faults.needs(Answer.needs(nic.id(), attribute));
                default -> {
                    // Nobody said anything about this one.
                }
            }
        }
        differ(facts, what, attribute, nicsByValue, faults, change);
    }

    private static void differ(Facts facts, String what, String attribute, Map<String, List<Id>> nicsByValue,
            Faults faults, String change) {
        if (nicsByValue.size() < 2) {
            return;
        }
        faults.add(what + " differ (" + Names.join(nicsByValue.entrySet().stream()
                .map(each -> each.getKey() + " at " + facts.names().list(each.getValue())).toList())
                + ")", change);
        nicsByValue.forEach((value, ids) -> ids.forEach(nic -> faults.proof(nic, attribute, value)));
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        List<PhysicalNic> nics = facts.topology().uplinks().nics(team);
        List<Remedy> remedies = new ArrayList<>();
        Set<String> differing = finding.evidence().stream().map(each -> each.attribute()).collect(Collectors.toSet());
        boolean settingsOnly = !differing.contains("members") && !differing.contains("host");
        List<Id> odd = settingsOnly ? odd(nics, finding)
                : finding.evidence().stream().filter(each -> each.attribute().equals("host"))
                        .map(each -> each.element()).toList();
        if (!odd.isEmpty() && team.members().size() - odd.size() <= MOST && isCuredWithout(facts, nics, odd)) {
            remedies.add(TeamRemedies.takeOut(facts, team, odd));
        }
        if (settingsOnly) {
            remedies.add(likeTheFirst(facts, nics));
        }
        return remedies;
    }

    /// The one member that differs from all others, where there is one.
    private static List<Id> odd(List<PhysicalNic> nics, Finding finding) {
        Set<Id> odd = null;
        for (String attribute : Stream.concat(HARDWARE.stream(), SOFTWARE.stream()).toList()) {
            Map<String, List<Id>> nicsByValue = new LinkedHashMap<>();
            finding.evidence().stream().filter(each -> each.attribute().equals(attribute)).forEach(
                    each -> nicsByValue.computeIfAbsent(each.value(), _ -> new ArrayList<>()).add(each.element()));
            if (nicsByValue.isEmpty()) {
                continue;
            }
            Set<Id> lone = nicsByValue.size() == 2 && nics.size() > 2 ? nicsByValue.values().stream()
                    .filter(ids -> ids.size() == 1).map(List::getFirst).collect(Collectors.toSet()) : Set.of();
            odd = odd == null || odd.equals(lone) ? lone : Set.of();
        }
        return odd != null && odd.size() == 1 ? List.copyOf(odd) : List.of();
    }

    private static boolean isCuredWithout(Facts facts, List<PhysicalNic> nics, List<Id> odd) {
        List<PhysicalNic> left = nics.stream().filter(nic -> !odd.contains(nic.id())).toList();
        Faults faults = new Faults();
        hardware(facts, left, faults);
        return !left.isEmpty() && faults.isEmpty();
    }

    /// For planning: what will be bought is alike.
    private static Remedy likeTheFirst(Facts facts, List<PhysicalNic> nics) {
        PhysicalNic first = nics.getFirst();
        Proposal proposal = new Proposal(facts.topology());
        for (PhysicalNic nic : nics.subList(1, nics.size())) {
            proposal.set(nic, "vendor", first.vendor()).set(nic, "model", first.model())
                    .set(nic, "linkSpeedMbps", first.linkSpeedMbps())
                    .set(nic, "driverVersion", first.driverVersion())
                    .set(nic, "firmwareVersion", first.firmwareVersion());
        }
        return proposal
                .as("Make all members like " + facts.name(first.id()) + " (make, model, speed, driver, firmware)");
    }
}
