package io.plumbline.check.switching;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Likewise;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.Router;
import io.plumbline.model.StaticArp;
import io.plumbline.model.SwitchModel;
import io.plumbline.topology.Answer;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntries;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A layer-3 switch that resolves the VIP in hardware and sends routed requests to one port, because the line that its
/// vendor has for NLB is missing.
public record MissingPlatformPrerequisite() implements Rule {

    /// Where a mode needs something on a family of switches.
    private enum Row {
        /// Dell OS9 that routes: ip vlan-flooding.
        OS9_UNICAST,
        /// Nexus 9000 that routes: a static ARP and a static MAC entry.
        NEXUS_9000_UNICAST,
        /// Nexus 9000 that routes: NX-OS 9.2(1).
        NEXUS_9000_MULTICAST,
        /// UCS fabric interconnect, whatever it does.
        UCS_UNICAST
    }

    private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+)(?:\\((\\d+)\\))?.*");
    private static final List<Integer> ROUTED_MULTICAST = List.of(9, 2, 1);

    @Override
    public String id() {
        return "SW010";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Topology topology = facts.topology();
        Answer<NlbMode> mode = topology.effective().mode(cluster);
        Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
        if (domain.isEmpty() || mode.is(NlbMode.IGMP_MULTICAST)) {
            return Stream.empty();
        }
        List<L3Interface> gateways = domain.get().gateways().stream()
                .filter(gateway -> !topology.is(gateway.device(), Router.class)).toList();
        if (!mode.isSure()) {
            return gateways.isEmpty() ? Stream.empty() : facts.cannotTell(id(), cluster.id(), mode);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (L3Interface gateway : gateways) {
            Id device = topology.wiring().controlPlane(gateway.device()).id();
            Answer<Optional<Row>> row = row(topology, device, mode.find().orElseThrow());
            facts.cannotTell(id(), device, row).forEach(outcomes::add);
            row.find().flatMap(found -> found).ifPresent(
                    found -> judge(facts, domain.get(), device, gateway, found).forEach(outcomes::add));
        }
        if (mode.is(NlbMode.UNICAST)) {
            domain.get().devices().stream().filter(device -> name(topology, device).contains("ucs"))
                    .map(device -> finding(facts, domain.get(), device, "d", Severity.WARNING)
                            .proof(device, "platform.os", "UCS fabric interconnect"))
                    .forEach(outcomes::add);
        }
        return outcomes.stream();
    }

    // Which row of the table

    private static String name(Topology topology, Id device) {
        return (topology.switches().model(device).map(SwitchModel::name).orElse("") + " "
                + topology.switches().os(device).orElse("")).toLowerCase(Locale.ROOT);
    }

    private static Answer<Optional<Row>> row(Topology topology, Id device, NlbMode mode) {
        Optional<String> os = topology.switches().os(device);
        String name = name(topology, device);
        boolean unicast = mode == NlbMode.UNICAST;
        if (os.isEmpty()) {
            return Answer.needs(topology.switches().holder(device), "platform.os");
        }
        if (os.get().startsWith("os9") || os.get().startsWith("ftos")) {
            return Answer.sure(unicast ? Optional.of(Row.OS9_UNICAST) : Optional.empty());
        }
        if (!os.get().startsWith("nxos") && !os.get().startsWith("nx-os")) {
            return Answer.sure(Optional.empty());
        }
        if (topology.switches().model(device).isEmpty()) {
            return Answer.needs(topology.wiring().units(device).stream().findFirst().map(Element::id).orElse(device),
                    "model");
        }
        return Answer.sure(!name.contains("nexus 9") ? Optional.empty()
                : Optional.of(unicast ? Row.NEXUS_9000_UNICAST : Row.NEXUS_9000_MULTICAST));
    }

    private Stream<Outcome> judge(Facts facts, NlbDomain domain, Id device, L3Interface gateway, Row row) {
        Topology topology = facts.topology();
        Answer<Boolean> missing = switch (row) {
            case OS9_UNICAST -> Answer.not(topology.switches().vlanFlooding(device));
            case NEXUS_9000_UNICAST -> Answer.not(Answer.allOf(List.of(hasArp(topology, domain, gateway),
                    hasEntry(domain, device))));
            case NEXUS_9000_MULTICAST -> isOlder(topology, device);
            case UCS_UNICAST -> Answer.sure(false);
        };
        if (!missing.is(true)) {
            return facts.cannotTell(id(), device, missing);
        }
        String variant = switch (row) {
            case OS9_UNICAST -> "a";
            case NEXUS_9000_UNICAST -> "b";
            case NEXUS_9000_MULTICAST -> "c";
            case UCS_UNICAST -> "d";
        };
        Finding finding = finding(facts, domain, device, variant, Severity.ERROR);
        return Stream.of(switch (row) {
            case OS9_UNICAST -> finding.proof(device, "vlanFlooding", "false");
            case NEXUS_9000_UNICAST -> finding.fact("missing", lacks(topology, domain, device, gateway))
                    .fact("mac", mac(topology, domain)).proof(gateway.id(), "staticArp",
                            hasArp(topology, domain, gateway).is(true) ? "present" : "none for the VIP")
                    .proof(device, "staticMacEntries", hasEntry(domain, device).is(true) ? "present" : "none");
            case NEXUS_9000_MULTICAST, UCS_UNICAST -> finding
                    .fact("release", topology.switches().configuration(device).platform().release().orElse(""))
                    .proof(device, "platform.release",
                            topology.switches().configuration(device).platform().release().orElse(""));
        });
    }

    private static String mac(Topology topology, NlbDomain domain) {
        return topology.balancing().clusterMac(domain.cluster()).find().map(Mac::toString).orElse("the cluster MAC");
    }

    private static String lacks(Topology topology, NlbDomain domain, Id device, L3Interface gateway) {
        boolean arp = !hasArp(topology, domain, gateway).is(true);
        boolean entry = !hasEntry(domain, device).is(true);
        return arp && entry ? "a static ARP and a static MAC entry" : arp ? "a static ARP entry" : "a static MAC entry";
    }

    private static Answer<Boolean> hasArp(Topology topology, NlbDomain domain, L3Interface gateway) {
        return topology.effective().staticArp(gateway).then(entries -> topology.balancing()
                .clusterMac(domain.cluster()).with(topology.balancing().vips(domain.cluster()),
                        (mac, vips) -> vips.stream().allMatch(vip -> entries.stream()
                                .anyMatch(entry -> entry.ip().equals(vip) && entry.mac().equals(mac)))));
    }

    private static Answer<Boolean> hasEntry(NlbDomain domain, Id device) {
        NlbEntries entries = domain.entries(device);
        boolean has = entries.exact().stream().anyMatch(entry -> !entry.group());
        return has || entries.needs().isEmpty() ? Answer.sure(has) : Answer.needs(entries.needs());
    }

    /// Whether NX-OS is older than the first release that routes multicast-mode NLB.
    private static Answer<Boolean> isOlder(Topology topology, Id device) {
        return Answer.stated(topology.switches().configuration(device).platform().release(),
                topology.switches().holder(device), "platform.release").then(release -> {
                    Matcher parts = RELEASE.matcher(release.strip());
                    if (!parts.matches()) {
                        return Answer.needs(topology.switches().holder(device), "platform.release");
                    }
                    for (int i = 0; i < ROUTED_MULTICAST.size(); i++) {
                        String text = parts.group(i + 1);
                        int part = text == null ? 0 : text.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(text);
                        if (part != ROUTED_MULTICAST.get(i)) {
                            return Answer.sure(part < ROUTED_MULTICAST.get(i));
                        }
                    }
                    return Answer.sure(false);
                });
    }

    private Finding finding(Facts facts, NlbDomain domain, Id device, String variant, Severity severity) {
        NlbCluster cluster = domain.cluster();
        return Finding.of(id(), variant, severity, device).fact("switch", facts.name(device))
                .fact("vlan", "VLAN " + domain.vlan()).fact("cluster", facts.name(cluster.id()))
                .proof(cluster.id(), "mode",
                        facts.topology().effective().mode(cluster).find().orElseThrow().display())
                .concerning("nlbCluster", cluster.id()).concerning("switch", device);
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Likewise.all(this, facts, finding, "nlbCluster", this::remediesOfOne);
    }

    private List<Remedy> remediesOfOne(Facts facts, Finding finding) {
        Topology topology = facts.topology();
        Element device = topology.element(finding.primary());
        String name = facts.name(device.id());
        if (finding.variant().equals("a")) {
            return List.of(Remedy.of("Add ip vlan-flooding on " + name,
                    Put.set(List.of(device), "vlanFlooding", true, "VLAN flooding")));
        }
        NlbCluster cluster = topology.element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
        Optional<Element> pinned = domain.flatMap(found -> found.pinned(device.id()));
        Optional<Mac> mac = topology.balancing().clusterMac(cluster).find();
        if (!finding.variant().equals("b") || pinned.isEmpty() || mac.isEmpty()) {
            return List.of();
        }
        List<IpAddress> vips = topology.balancing().vips(cluster).orElse(List.of());
        List<Element> changed = new ArrayList<>(List.of(pinned.get()));
        for (L3Interface gateway : domain.get().gateways()) {
            if (topology.is(gateway.device(), Router.class)
                    || !topology.wiring().controlPlane(gateway.device()).id().equals(device.id())) {
                continue;
            }
            List<StaticArp> entries = new ArrayList<>(gateway.staticArp().orElse(List.of()));
            entries.removeIf(entry -> vips.contains(entry.ip()));
            vips.forEach(vip -> entries.add(StaticArp.of(vip, mac.get())));
            changed.add(Element.with(gateway, "staticArp", entries));
        }
        String label = "Add static ARP and MAC entries for " + facts.name(cluster.id()) + " on " + name;
        return List.of(Remedy.of(label, new Put(label, changed)));
    }
}
