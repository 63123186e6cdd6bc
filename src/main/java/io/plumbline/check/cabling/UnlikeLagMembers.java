package io.plumbline.check.cabling;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bytes;
import io.plumbline.model.Duplex;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.NlbMode;
import io.plumbline.model.PortConfiguration;
import io.plumbline.model.PortMode;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.predict.Lane;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.EffectiveSwitch;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Member ports of one LAG that are not configured alike, and static entries that stand at a member instead of the LAG.
public record UnlikeLagMembers() implements Rule {

    private static final Shape<PortConfiguration> SETTINGS = Shape.of(PortConfiguration.class);
    private static final List<String> OF_THE_LAG =
            List.of("mode", "accessVlan", "nativeVlan", "allowedVlans", "mtu", "stpEdge");

    @Override
    public String id() {
        return "LAG003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Lag.class, this::members),
                Subject.each(Switch.class, (facts, each) -> each.stack().isKnown() ? Stream.empty()
                        : entries(facts, each.id())),
                Subject.each(SwitchStack.class, (facts, stack) -> entries(facts, stack.id())));
    }

    // Settings of members

    /// In what members differ.
    ///
    /// @param attribute    by the name in files
    /// @param portsByValue the ports, by what is set at them
    private record Difference(String attribute, SequencedMap<String, List<Id>> portsByValue) {}

    private Stream<Outcome> members(Facts facts, Lag lag) {
        if (lag.memberPorts().size() < 2) {
            return Stream.empty();
        }
        List<SwitchPort> up = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Id id : lag.memberPorts()) {
            SwitchPort port = facts.topology().element(id, SwitchPort.class);
            Answer<Boolean> adminUp = facts.topology().effective().adminUp(port);
            needs.addAll(adminUp.needs());
            if (adminUp.is(true)) {
                up.add(port);
            }
        }
        List<Difference> differences = areCopies(up) ? List.of() : differences(facts, up, needs);
        if (differences.isEmpty()) {
            return facts.cannotTell(id(), lag.id(), needs);
        }
        Finding finding = start(facts, lag, lag.id())
                .fact("differences", Names.join(differences.stream().map(each -> words(facts, each)).toList()))
                .fact("change", "Configure the LAG, not its members");
        for (Difference difference : differences) {
            for (Map.Entry<String, List<Id>> each : difference.portsByValue().entrySet()) {
                for (Id port : each.getValue()) {
                    finding = finding.proof(port, difference.attribute(), each.getKey());
                }
            }
            if (difference.attribute().equals("mtu") && lag.configuration().mtu().isUnset()) {
                finding = finding.concerning("hop", lag.id());
            }
            if (difference.attribute().equals("allowedVlans")) {
                finding = finding.concerning("port", lag.id());
            }
        }
        return Stream.of(finding);
    }

    /// Ports on which the very same is set, and all of it known: nothing needs to be compared.
    private static boolean areCopies(List<SwitchPort> ports) {
        SwitchPort first = ports.isEmpty() ? null : ports.getFirst();
        for (SwitchPort port : ports) {
            if (!port.configuration().equals(first.configuration()) || !port.speedMbps().equals(first.speedMbps())
                    || !port.duplex().equals(first.duplex()) || !port.portSecurity().equals(first.portSecurity())
                    || !port.ipSourceGuard().equals(first.ipSourceGuard()) || !port.dot1x().equals(first.dot1x())
                    || !port.arpTrusted().equals(first.arpTrusted())) {
                return false;
            }
        }
        return first == null || !first.speedMbps().isUnknown() && !first.duplex().isUnknown()
                && !first.portSecurity().enabled().isUnknown() && !first.ipSourceGuard().isUnknown()
                && !first.dot1x().isUnknown() && !first.arpTrusted().isUnknown()
                && SETTINGS.properties().stream().noneMatch(
                        property -> SETTINGS.get(first.configuration(), property) instanceof Attribute<?> setting
                                && setting.isUnknown());
    }

    private Finding start(Facts facts, Lag lag, Id primary) {
        return Finding.of(id(), Severity.ERROR, primary).fact("lag", facts.name(lag.id()));
    }

    private static List<Difference> differences(Facts facts, List<SwitchPort> ports, SortedSet<Missing> needs) {
        Effective effective = facts.topology().effective();
        EffectiveSwitch switches = facts.topology().switches();
        List<Difference> found = new ArrayList<>();
        // What nobody wrote down about the speed is no difference.
        compare(ports.stream().filter(port -> !port.speedMbps().isUnset()).toList(), "speedMbps",
                port -> effective.speed(port).map(Lane::gigabits), found, needs);
        compare(ports, "duplex", port -> effective.duplex(port).map(Duplex::display), found, needs);
        compare(ports, "mode", port -> switches.mode(port.id()).map(PortMode::display), found, needs);
        boolean oneMode = found.stream().noneMatch(each -> each.attribute().equals("mode"));
        Answer<PortMode> mode = ports.isEmpty() ? Answer.sure(PortMode.ACCESS) : switches.mode(ports.getFirst().id());
        if (oneMode && mode.is(PortMode.ACCESS)) {
            compare(ports, "accessVlan", port -> switches.accessVlan(port.id()).map(Object::toString), found, needs);
        }
        if (oneMode && mode.is(PortMode.TRUNK)) {
            compare(ports, "nativeVlan", port -> switches.nativeVlan(port.id()).map(Object::toString), found, needs);
            compare(ports, "allowedVlans", port -> switches.allowedVlans(port.id()).map(Object::toString), found,
                    needs);
        }
        compare(ports, "mtu", port -> switches.typedMtu(port.id())
                .map(mtu -> mtu.map(Bytes::toString).orElse("as it comes")), found, needs);
        compare(ports, "stpEdge", port -> switches.stpEdge(port.id()).map(UnlikeLagMembers::onOff), found, needs);
        compare(ports, "portSecurity", port -> Answer
                .of(port.portSecurity().enabled(), port.id(), "portSecurity.enabled", false)
                .map(UnlikeLagMembers::onOff), found, needs);
        compare(ports, "ipSourceGuard", port -> security(port, port.ipSourceGuard(), "ipSourceGuard"), found, needs);
        compare(ports, "dot1x", port -> security(port, port.dot1x(), "dot1x"), found, needs);
        compare(ports, "arpTrusted", port -> security(port, port.arpTrusted(), "arpTrusted"), found, needs);
        return found;
    }

    private static Answer<String> security(SwitchPort port, Attribute<Boolean> setting, String name) {
        return Answer.of(setting, port.id(), name, false).map(UnlikeLagMembers::onOff);
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static void compare(List<SwitchPort> ports, String attribute, Function<SwitchPort, Answer<String>> get,
            List<Difference> found, SortedSet<Missing> needs) {
        String first = null;
        boolean differ = false;
        for (SwitchPort port : ports) {
            Answer<String> value = get.apply(port);
            needs.addAll(value.needs());
            String known = value.orElse(first);
            differ |= first != null && !first.equals(known);
            first = first == null ? known : first;
        }
        if (differ) {
            SequencedMap<String, List<Id>> portsByValue = new LinkedHashMap<>();
            ports.forEach(port -> get.apply(port).find().ifPresent(
                    value -> portsByValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(port.id())));
            found.add(new Difference(attribute, portsByValue));
        }
    }

    private static String words(Facts facts, Difference difference) {
        String what = switch (difference.attribute()) {
            case "speedMbps" -> "speed";
            case "accessVlan" -> "access VLAN";
            case "nativeVlan" -> "native VLAN";
            case "allowedVlans" -> "VLANs";
            case "mtu" -> "MTU";
            case "stpEdge" -> "spanning-tree edge";
            case "portSecurity" -> "port security";
            case "ipSourceGuard" -> "IP source guard";
            case "dot1x" -> "802.1X";
            case "arpTrusted" -> "ARP trust";
            default -> difference.attribute();
        };
        return what + " " + Names.join(difference.portsByValue().entrySet().stream()
                .map(each -> each.getKey() + " at " + facts.names().ports(each.getValue())).toList());
    }

    // Static entries

    /// @param lag   the LAG for which it was meant
    /// @param words the entry
    private record Misplaced(Lag lag, String attribute, String words) {}

    private Stream<Outcome> entries(Facts facts, Id device) {
        SequencedMap<Id, List<Misplaced>> entriesByPort = new LinkedHashMap<>();
        for (StaticMacEntry entry : facts.topology().switches().staticMacEntries(device).orElse(List.of())) {
            if (entry.nlbCluster().isUnset() && !looksLikeNlb(entry)) {
                place(facts, entry.ports(), "staticMacEntries", "static MAC entry " + entry.mac(), entriesByPort);
            }
        }
        for (StaticMulticastGroup entry : facts.topology().switches().staticMcastGroups(device).orElse(List.of())) {
            if (entry.nlbCluster().isUnset() && !looksLikeNlb(entry)) {
                String name = entry.group().map(Object::toString).find()
                        .or(() -> entry.mac().map(Object::toString).find()).orElse("without an address");
                place(facts, entry.ports(), "staticMcastGroups", "static group " + name, entriesByPort);
            }
        }
        return entriesByPort.entrySet().stream().map(each -> misplaced(facts, device, each.getKey(), each.getValue()));
    }

    private static boolean looksLikeNlb(StaticMacEntry entry) {
        return Stream.of(NlbMode.values()).anyMatch(mode -> NlbAddress.hasPrefix(mode, entry.mac()));
    }

    /// Entries for NLB are the subject of another rule.
    private static boolean looksLikeNlb(StaticMulticastGroup entry) {
        return entry.mac().find().filter(mac -> NlbAddress.hasPrefix(NlbMode.IGMP_MULTICAST, mac)).isPresent()
                || entry.group().find().filter(group -> group.toString().startsWith("239.255.")).isPresent();
    }

    private static void place(Facts facts, Attribute<List<Id>> ports, String attribute, String words,
            Map<Id, List<Misplaced>> entriesByPort) {
        for (Id port : ports.orElse(List.of())) {
            facts.topology().wiring().lag(port).ifPresent(lag -> entriesByPort
                    .computeIfAbsent(port, _ -> new ArrayList<>()).add(new Misplaced(lag, attribute, words)));
        }
    }

    private Finding misplaced(Facts facts, Id device, Id port, List<Misplaced> entries) {
        Lag lag = entries.getFirst().lag();
        Finding finding = start(facts, lag, port)
                .fact("differences", "the " + Names.join(entries.stream().map(Misplaced::words).distinct().toList())
                        + (entries.size() == 1 ? " stands at " : " stand at ") + facts.name(port) + " alone")
                .fact("change", "Enter " + facts.name(lag.id()) + " in its place").concerning("lag", lag.id())
                .proof(port, "lag", facts.name(lag.id()));
        for (Misplaced entry : entries) {
            finding = finding.proof(device, entry.attribute(), entry.words());
        }
        return finding;
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return facts.topology().element(finding.primary()) instanceof Lag lag ? alike(facts, lag, finding)
                : List.of(entered(facts, facts.topology().element(finding.primary(), SwitchPort.class)));
    }

    /// The settings of the LAG, or those of most members, for all of them.
    private static List<Remedy> alike(Facts facts, Lag lag, Finding finding) {
        Set<String> differing = new LinkedHashSet<>();
        finding.evidence().forEach(each -> differing.add(each.attribute()));
        if (!List.of("duplex", "mode", "accessVlan", "nativeVlan", "allowedVlans", "mtu", "stpEdge")
                .containsAll(differing)) {
            return List.of();
        }
        List<SwitchPort> ports = lag.memberPorts().stream()
                .map(id -> facts.topology().element(id, SwitchPort.class)).toList();
        if (ports.stream().anyMatch(port -> !facts.topology().effective().adminUp(port).isSure())) {
            return List.of();
        }
        Proposal proposal = new Proposal(facts.topology());
        Shape<Lag> shape = Shape.of(Lag.class);
        Shape<SwitchPort> portShape = Shape.of(SwitchPort.class);
        // Whoever sets the mode of all has to give all the VLANs that go with it.
        List<String> attributes = differing.contains("mode") ? OF_THE_LAG
                : OF_THE_LAG.stream().filter(differing::contains).toList();
        Optional<SwitchPort> model = ports.stream().max(Comparator.comparing(
                port -> ports.stream().filter(other -> other.configuration().equals(port.configuration())).count()));
        for (String attribute : attributes) {
            if (((Attribute<?>) shape.get(lag, attribute)).isUnset()) {
                Attribute<?> common = (Attribute<?>) portShape.get(best(ports, attribute, model.orElseThrow()),
                        attribute);
                if (!common.isUnset()) {
                    proposal.set(lag, attribute, common);
                }
            }
            ports.forEach(port -> proposal.set(port, attribute, Attribute.unset()));
        }
        if (differing.contains("duplex")) {
            ports.forEach(port -> proposal.set(port, "duplex", Duplex.FULL));
        }
        return List.of(proposal.as("Configure " + facts.name(lag.id()) + ", and its members through it"));
    }

    /// Of MTU numbers the largest: whoever raised one meant to raise all.
    private static SwitchPort best(List<SwitchPort> ports, String attribute, SwitchPort model) {
        return attribute.equals("mtu")
                ? ports.stream().max(Comparator.comparing(
                        port -> port.configuration().mtu().find().map(Bytes::value).orElse(0))).orElse(model)
                : model;
    }

    private static Remedy entered(Facts facts, SwitchPort port) {
        Lag lag = facts.topology().wiring().lag(port.id()).orElseThrow();
        Element holder = facts.topology().element(facts.topology().switches().holder(port.id()));
        List<StaticMacEntry> macs = facts.topology().switches().staticMacEntries(port.id()).orElse(List.of());
        List<StaticMulticastGroup> groups = facts.topology().switches().staticMcastGroups(port.id()).orElse(List.of());
        Proposal proposal = new Proposal(facts.topology());
        if (macs.stream().anyMatch(entry -> lists(entry.ports(), port.id()))) {
            proposal.set(holder, "staticMacEntries", macs.stream().map(entry -> lists(entry.ports(), port.id())
                    ? Shape.of(StaticMacEntry.class).with(entry, "ports", replaced(entry.ports(), port.id(), lag))
                    : entry).toList());
        }
        if (groups.stream().anyMatch(entry -> lists(entry.ports(), port.id()))) {
            proposal.set(holder, "staticMcastGroups", groups.stream().map(entry -> lists(entry.ports(), port.id())
                    ? Shape.of(StaticMulticastGroup.class).with(entry, "ports", replaced(entry.ports(), port.id(), lag))
                    : entry).toList());
        }
        return proposal.as("Enter " + facts.name(lag.id()) + " in place of " + facts.name(port.id()));
    }

    private static boolean lists(Attribute<List<Id>> ports, Id port) {
        return ports.orElse(List.of()).contains(port);
    }

    private static List<Id> replaced(Attribute<List<Id>> ports, Id port, Lag lag) {
        Set<Id> replaced = new LinkedHashSet<>();
        ports.orElse(List.of()).forEach(each -> replaced.add(each.equals(port) ? lag.id() : each));
        return List.copyOf(replaced);
    }
}
