package io.plumbline.importer;

import java.util.List;
import java.util.Optional;

/// What one line of a Dell OS9 (FTOS) configuration says, as far as a design can hold it.
/// Addresses stay text here: whether they make sense is decided when the design is built, where it can be reported.
sealed interface Os9Statement {

    record Hostname(String name) implements Os9Statement {}

    record Version(String release) implements Os9Statement {}

    /// `stack-unit 0 provision S4810`: the model of one unit.
    record ProvisionedUnit(int unit, String model) implements Os9Statement {}

    record Description(String text) implements Os9Statement {}

    record VlanName(String text) implements Os9Statement {}

    record AdminUp(boolean up) implements Os9Statement {}

    /// Layer 2. Without it a port is a routed port that can be in no VLAN.
    record Switchport(boolean on) implements Os9Statement {}

    /// `portmode hybrid`: one untagged VLAN beside tagged ones.
    record Hybrid() implements Os9Statement {}

    record LinkMtu(int bytes) implements Os9Statement {}

    /// What a routed interface sends in one piece, header included, without the frame around it.
    record IpMtu(int bytes) implements Os9Statement {}

    record Speed(int mbps) implements Os9Statement {}

    record Duplex(boolean full) implements Os9Statement {}

    record Address(String address, int prefixLength) implements Os9Statement {}

    record NoAddress() implements Os9Statement {}

    /// Ports put into a LAG by hand: a static LAG.
    record ChannelMembers(List<InterfaceName> ports) implements Os9Statement {}

    /// `port-channel 50 mode active`, on the port: an LACP LAG.
    record JoinsChannel(int channel, boolean active) implements Os9Statement {}

    record VltPeerLag(int channel) implements Os9Statement {}

    record LacpSlow() implements Os9Statement {}

    /// `lacp ungroup member-independent`: a member without LACP partner carries traffic on its own.
    /// Without a number it holds for every VLT port-channel.
    record IndividualWithoutPartner(Optional<Integer> channel) implements Os9Statement {}

    record EdgePort(boolean bpduGuard) implements Os9Statement {}

    record UsesDcbMap(String map) implements Os9Statement {}

    record PfcPriorities(List<Integer> priorities) implements Os9Statement {}

    record Tagged(List<InterfaceName> ports) implements Os9Statement {}

    record Untagged(List<InterfaceName> ports) implements Os9Statement {}

    /// The default VLAN's untagged ports: membership is implied, so the switch prints it as a remark.
    record UntaggedByDefault(List<InterfaceName> ports) implements Os9Statement {}

    record VirtualAddress(String address) implements Os9Statement {}

    record SpanningTreeOff(boolean off) implements Os9Statement {}

    record PeerLink(int channel) implements Os9Statement {}

    record BackupDestination(String address) implements Os9Statement {}

    record SystemMac(String mac) implements Os9Statement {}

    record UnitId(int unit) implements Os9Statement {}

    record PeerRouting() implements Os9Statement {}

    record DcbEnable(boolean on) implements Os9Statement {}

    record PriorityGroup(int group, int bandwidthPercent, boolean pfc) implements Os9Statement {}

    /// Which priority group each of the priorities 0 to 7 belongs to.
    record GroupByPriority(List<Integer> groups) implements Os9Statement {}

    record StaticArp(String address, String mac, List<InterfaceName> ports) implements Os9Statement {}

    record StaticMac(String mac, int vlan, List<InterfaceName> ports) implements Os9Statement {}

    record VlanFlooding() implements Os9Statement {}

    record IgmpSnooping(boolean on) implements Os9Statement {}

    record IgmpQuerier() implements Os9Statement {}

    record Route(String prefix, String nextHop) implements Os9Statement {}

    record DefaultVlan(int vlan) implements Os9Statement {}
}
