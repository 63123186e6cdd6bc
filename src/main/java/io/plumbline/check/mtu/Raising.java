package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.MtuScope;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VlanId;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Hop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/// Raises every port and link on the ways of a network that passes less than its NICs send, each to what its model can
/// do: raising one alone would only move the fault to the next.
final class Raising {

    private static final String DEFAULT_CLASS = "class-default";

    private final Facts facts;
    private final Proposal proposal;
    private final SequencedSet<Id> raised = new LinkedHashSet<>();

    private Raising(Facts facts) {
        this.facts = facts;
        proposal = new Proposal(facts.topology());
    }

    /// Nothing where a switch on the way cannot be raised far enough.
    static List<Remedy> on(Facts facts, Collection<Id> networks) {
        return on(facts, networks, Integer.MAX_VALUE);
    }

    /// The same for packets of no more than so many bytes.
    static List<Remedy> on(Facts facts, Collection<Id> networks, int atMost) {
        Raising raising = new Raising(facts);
        for (Id network : networks) {
            for (Crossing crossing : facts.topology().crossings()
                    .in(facts.topology().element(network, ClusterNetwork.class)).crossings()) {
                Hop hop = crossing.hop();
                int bytes = Math.min(crossing.bytes(), atMost);
                if (facts.topology().frames().hopIp(hop).map(Capacity::sure)
                        .surely(passes -> passes >= bytes)) {
                    continue;
                }
                if (!facts.topology().frames().hopIpMax(hop).map(Capacity::sure)
                        .surely(most -> most >= bytes)) {
                    return List.of();
                }
                raising.raise(hop);
            }
        }
        return raising.raised.isEmpty() ? List.of() : List.of(raising.proposal.as("Raise the MTU of "
                + (raising.raised.size() <= 2 ? facts.names().list(raising.raised)
                        : raising.raised.size() + " ports and links of " + facts.names().list(networks))
                + " to the maximum"));
    }

    private void raise(Hop hop) {
        SwitchModel model = facts.topology().switches().model(first(hop)).orElseThrow();
        int most = model.maxMtuBytes().map(Bytes::value).orElse(0);
        Element holder = facts.topology().element(facts.topology().switches().holder(hop.device()));
        switch (model.mtuScope().orElse(MtuScope.PORT)) {
            case PORT -> {
                set(facts.topology().element(hop.port()), "mtu", most);
                for (Id member : facts.topology().wiring().members(hop.port())) {
                    SwitchPort port = facts.topology().element(member, SwitchPort.class);
                    if (!port.configuration().mtu().isUnset()) {
                        proposal.set(port, "mtu", most);
                    }
                }
            }
            case SYSTEM -> set(holder, "systemMtu", most);
            case VLAN -> {
                List<VlanId> jumbo = new ArrayList<>(
                        facts.topology().switches().configuration(hop.device()).jumboVlans().orElse(List.of()));
                if (!jumbo.contains(hop.vlan())) {
                    jumbo.add(hop.vlan());
                }
                proposal.set(holder, "systemMtu", Attribute.unset());
                set(holder, "jumboVlans", jumbo);
            }
            case CLASS -> {
                SortedMap<String, Bytes> classes = new TreeMap<>();
                facts.topology().switches().configuration(hop.device()).classMtu().find().ifPresent(classes::putAll);
                classes.put(DEFAULT_CLASS, new Bytes(most));
                classes.replaceAll((_, _) -> new Bytes(most));
                set(holder, "classMtu", classes);
            }
        }
    }

    private void set(Element element, String path, Object value) {
        proposal.set(element, path, value);
        raised.add(element.id());
    }

    private Id first(Hop hop) {
        List<Id> members = facts.topology().wiring().members(hop.port());
        return members.isEmpty() ? hop.device() : members.getFirst();
    }
}
