package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.MlagPair;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/// Where the cables of a team end: its members that are plugged into switch ports, and those ports.
///
/// @param nics  the cabled members
/// @param ports the switch port of each of them, in the same order
public record Landing(Topology topology, Team team, List<PhysicalNic> nics, List<SwitchPort> ports) {

    public static Landing of(Topology topology, Team team) {
        List<PhysicalNic> nics = new ArrayList<>();
        List<SwitchPort> ports = new ArrayList<>();
        for (PhysicalNic nic : topology.uplinks().nics(team)) {
            topology.wiring().port(nic).ifPresent(port -> {
                nics.add(nic);
                ports.add(port);
            });
        }
        return new Landing(topology, team, List.copyOf(nics), List.copyOf(ports));
    }

    public List<Id> portIds() {
        return ports.stream().map(SwitchPort::id).toList();
    }

    /// The stacks, or switches without a stack, on which the members end.
    public SequencedSet<Id> controlPlanes() {
        SequencedSet<Id> planes = new LinkedHashSet<>();
        ports.forEach(port -> planes.add(topology.wiring().controlPlane(port.id()).id()));
        return Collections.unmodifiableSequencedSet(planes);
    }

    /// The switches, or units of a stack, on which the members end.
    public SequencedSet<Id> switches() {
        SequencedSet<Id> switches = new LinkedHashSet<>();
        ports.forEach(port -> switches.add(port.onSwitch()));
        return Collections.unmodifiableSequencedSet(switches);
    }

    /// Whether all members end on one switch or one stack. MLAG peers are two.
    public Answer<Boolean> endsOnOneControlPlane() {
        return one((a, b) -> controlPlane(a).equals(controlPlane(b)),
                // A switch that is in no stack shares a control plane with nobody.
                (a, b) -> !mayBeStacked(a) || !mayBeStacked(b));
    }

    /// Whether all members end inside one LAG domain: one switch, one stack, or the peers of one MLAG pair.
    public Answer<Boolean> endsInOneLagDomain() {
        return one((a, b) -> topology.wiring().lagDomain(a).id().equals(topology.wiring().lagDomain(b).id()),
                (a, b) -> (!mayBeStacked(a) || !mayBeStacked(b)) && !mayBePaired(a) && !mayBePaired(b));
    }

    /// @param same  whether two switches are one as far as known
    /// @param apart whether they stay two whatever the unknown stacks turn out to be
    private Answer<Boolean> one(BiPredicate<Id, Id> same, BiPredicate<Id, Id> apart) {
        List<Id> switches = List.copyOf(switches());
        SortedSet<Missing> needs = new TreeSet<>();
        for (int i = 0; i < switches.size(); i++) {
            for (int j = i + 1; j < switches.size(); j++) {
                Id a = switches.get(i);
                Id b = switches.get(j);
                if (same.test(a, b)) {
                    continue;
                }
                SortedSet<Missing> unknown = new TreeSet<>();
                addUnknownStack(a, unknown);
                addUnknownStack(b, unknown);
                if (unknown.isEmpty() || apart.test(a, b)) {
                    return Answer.sure(false);
                }
                needs.addAll(unknown);
            }
        }
        return needs.isEmpty() ? Answer.sure(true) : Answer.needs(needs);
    }

    private Id controlPlane(Id each) {
        return topology.wiring().controlPlane(each).id();
    }

    private boolean mayBeStacked(Id each) {
        return !topology.element(each, Switch.class).stack().isUnset();
    }

    private boolean mayBePaired(Id each) {
        // An unknown stack may be a peer of a pair that holds stacks.
        return topology.element(each, Switch.class).stack().isUnknown()
                && topology.all(MlagPair.class).stream().flatMap(pair -> pair.switches().stream())
                        .anyMatch(peer -> !topology.find(peer, Switch.class).isPresent());
    }

    private void addUnknownStack(Id each, SortedSet<Missing> needs) {
        if (topology.element(each, Switch.class).stack().isUnknown()) {
            needs.add(new Missing(each, "stack"));
        }
    }
}
