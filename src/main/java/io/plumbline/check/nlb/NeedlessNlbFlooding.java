package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntries;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// An NLB cluster whose mode floods ports that have nothing to do with it: unicast beside other machines, or multicast
/// where the switches could prune IGMP multicast.
public record NeedlessNlbFlooding() implements Rule {

    private static final int PORTS_NAMED = 3;

    @Override
    public String id() {
        return "NLB003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<NlbMode> mode = facts.topology().effective().mode(cluster);
        Answer<Optional<NlbDomain>> domain = facts.topology().balancing().domain(cluster);
        if (mode.is(NlbMode.IGMP_MULTICAST) || domain.is(Optional.empty())) {
            return Stream.empty();
        }
        if (!domain.isSure()) {
            return facts.cannotTell(id(), cluster.id(), mode.with(domain, (_, _) -> true));
        }
        NlbDomain found = domain.find().orElseThrow().orElseThrow();
        if (!mode.isSure()) {
            // In a VLAN where no mode floods anybody the mode does not matter.
            boolean matters = Stream.concat(unicast(facts, found), multicast(facts, found)).findAny().isPresent();
            return matters ? facts.cannotTell(id(), cluster.id(), mode) : Stream.empty();
        }
        return mode.is(NlbMode.UNICAST) ? unicast(facts, found) : multicast(facts, found);
    }

    // Unicast

    private Stream<Outcome> unicast(Facts facts, NlbDomain domain) {
        Topology topology = facts.topology();
        boolean behindHubs = domain.ports().stream()
                .allMatch(port -> topology.switches().learnsMac(topology.wiring().deviceOf(port)).is(false));
        if (behindHubs) {
            return Stream.empty();
        }
        Set<Id> flooded = new LinkedHashSet<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Id device : domain.switches()) {
            NlbEntries entries = domain.entries(device);
            if (!entries.exact().isEmpty()) {
                continue;
            }
            for (Id port : domain.bystanders(device)) {
                Answer<Boolean> gets = Answer.allOf(List.of(topology.vlans().carries(port, domain.vlan()),
                        isUp(topology, port), Answer.not(topology.switches().blockUnknownUnicast(port)),
                        entries.needs().isEmpty() ? Answer.sure(true) : Answer.needs(entries.needs()),
                        // While some ports of nodes are not known, this one may be among them.
                        domain.needs().isEmpty() ? Answer.sure(true) : Answer.needs(domain.needs())));
                if (gets.is(true)) {
                    flooded.add(port);
                }
                needs.addAll(gets.needs());
            }
        }
        return flooded.isEmpty() ? facts.cannotTell(id(), domain.cluster().id(), needs)
                : Stream.of(flooding(facts, domain, List.copyOf(flooded)));
    }

    private static Answer<Boolean> isUp(Topology topology, Id portOrLag) {
        List<Answer<Boolean>> any = new ArrayList<>();
        for (Id member : topology.wiring().members(portOrLag)) {
            boolean linkDown = topology.wiring().peers(member).stream()
                    .allMatch(peer -> peer instanceof PhysicalNic nic && nic.linkUp().is(false));
            any.add(linkDown ? Answer.sure(false)
                    : topology.effective().adminUp(topology.element(member, SwitchPort.class)));
        }
        return Answer.anyOf(any);
    }

    private Finding flooding(Facts facts, NlbDomain domain, List<Id> ports) {
        NlbCluster cluster = domain.cluster();
        Finding finding = Finding.of(id(), "a", Severity.WARNING, cluster.id())
                .fact("cluster", facts.name(cluster.id())).fact("vlan", "VLAN " + domain.vlan())
                .fact("count", Names.count(ports.size(), "port", "ports"))
                .fact("serve", ports.size() == 1 ? "serves" : "serve")
                .fact("ports", Names.few(ports.stream().map(facts::name).toList(), PORTS_NAMED))
                .fact("better", NlbWords.better(facts, cluster))
                .proof(cluster.id(), "mode", NlbMode.UNICAST.display()).concerning("nlbCluster", cluster.id());
        for (Id port : ports) {
            finding = finding.proof(port, "carries", "VLAN " + domain.vlan());
        }
        return finding;
    }

    // Multicast

    private Stream<Outcome> multicast(Facts facts, NlbDomain domain) {
        Topology topology = facts.topology();
        List<Id> switches = domain.switches();
        if (switches.isEmpty()) {
            return Stream.empty();
        }
        List<Answer<Boolean>> all = new ArrayList<>();
        for (Id device : switches) {
            all.add(topology.switches().mcastLookup(device)
                    .then(lookup -> Answer.sure(lookup == MulticastLookup.MAC)));
            for (Switch unit : topology.wiring().units(device)) {
                all.add(topology.switches().igmpSnoopingCapable(unit));
            }
        }
        all.add(Answer.not(isCovered(domain)));
        Answer<Boolean> better = Answer.allOf(all);
        if (better.is(false)) {
            return Stream.empty();
        }
        return better.isSure() ? Stream.of(couldSnoop(facts, domain, switches))
                : facts.cannotTell(id(), domain.cluster().id(), better.needs());
    }

    /// Whether static MAC entries for the cluster list every port of its nodes, on every switch that has some.
    private static Answer<Boolean> isCovered(NlbDomain domain) {
        List<Answer<Boolean>> all = new ArrayList<>();
        for (Id device : domain.switches()) {
            SortedSet<Id> ports = domain.portsOn(device);
            if (ports.isEmpty()) {
                continue;
            }
            NlbEntries entries = domain.entries(device);
            List<Answer<List<Id>>> listed = entries.exact().stream().filter(entry -> !entry.group())
                    .map(NlbEntry::ports).toList();
            if (listed.isEmpty()) {
                all.add(entries.needs().isEmpty() ? Answer.sure(false) : Answer.needs(entries.needs()));
            } else {
                all.add(Answer.all(listed).then(lists -> Answer.sure(
                        lists.stream().flatMap(List::stream).collect(HashSet::new, HashSet::add, HashSet::addAll)
                                .containsAll(ports))));
            }
        }
        if (!domain.needs().isEmpty()) {
            all.add(Answer.needs(domain.needs()));
        }
        return Answer.allOf(all);
    }

    private Finding couldSnoop(Facts facts, NlbDomain domain, List<Id> switches) {
        NlbCluster cluster = domain.cluster();
        boolean one = switches.size() == 1;
        Finding finding = Finding.of(id(), "b", Severity.ADVICE, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .fact("switches", Names.few(switches.stream().map(facts::name).toList(), PORTS_NAMED))
                .fact("vlan", "VLAN " + domain.vlan()).fact("snoop", one ? "can snoop" : "can all snoop")
                .fact("look", one ? "looks" : "look")
                .proof(cluster.id(), "mode", NlbMode.MULTICAST.display()).concerning("nlbCluster", cluster.id());
        for (Id device : switches) {
            finding = finding.proof(device, "mcastLookup", MulticastLookup.MAC.display());
        }
        return finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
        List<Remedy> remedies = new ArrayList<>(ModeConversion.toBetterMode(facts, cluster).stream().toList());
        if (finding.variant().equals("a")) {
            List<Element> flooded = finding.evidence().stream().filter(proof -> proof.attribute().equals("carries"))
                    .map(proof -> facts.topology().element(proof.element())).toList();
            remedies.add(Remedy.of("Block unknown unicast at "
                    + facts.names().ports(flooded.stream().map(Element::id).toList()),
                    Put.set(flooded, "blockUnknownUnicast", true, "the block of unknown unicast")));
        }
        return remedies;
    }
}
