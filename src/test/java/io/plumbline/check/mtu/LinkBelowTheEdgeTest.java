package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.TeamMember;
import java.util.List;

class LinkBelowTheEdgeTest implements RuleContract {

    /// Two PowerConnects at 9216 with a link at this MTU, NICs at 9014 on both.
    private static Sketch linked(int link, boolean tagged) {
        return Sketch.path(9014, 9014, tagged, Station.at(Sketch.PC8132, 9216).links(link),
                Station.at(Sketch.PC8132, 9216).links(link));
    }

    /// Two hosts with an LACP team each into both peers of an MLAG pair; the peer link is a LAG of one cable.
    private static Sketch mlag(int peerLink) {
        Sketch sketch = Sketch.empty("MLAG").cluster("HVC1").network("LM", "10.10.1.0/24")
                .set("LM", "purposes", List.of("liveMigration")).with(Sketch.S4810).device("S1").device("S2")
                .ports("S1", 3).ports("S2", 3).cable("S1/3", "S2/3").lag("Po100A", "S1/3").lag("Po100B", "S2/3")
                .mlag("VLT", "S1", "S2", "Po100A");
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .set(host + "/NIC1", "jumboPacket", 9014).set(host + "/NIC2", "jumboPacket", 9014)
                    .cable(host + "/NIC1", "S1/" + i).cable(host + "/NIC2", "S2/" + i)
                    .lbfo(host, "Team1", "lacp", "NIC1", "NIC2").address(host + "/Team1/Team1", "10.10.1." + i);
            for (String unit : List.of("S1", "S2")) {
                String lag = "Po" + i + unit;
                sketch = sketch.lag(lag, unit + "/" + i).set(lag, "mlagId", i).set(lag, "mtu", 12000);
            }
        }
        for (String unit : List.of("S1", "S2")) {
            sketch = sketch.set(unit, "model", "s4810");
        }
        return sketch.set("Po100A", "mtu", peerLink).set("Po100B", "mtu", peerLink).trunk("Po100A", "1-4094")
                .trunk("Po100B", "1-4094");
    }

    private static List<TeamMember> swapped() {
        return List.of(Sketch.part(TeamMember.class, "nic", "HV2/NIC1", "mode", "standby"),
                TeamMember.of(new Id("HV2/NIC2")));
    }

    @Override
    public Rule rule() {
        return new LinkBelowTheEdge();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the link was left at 1518", linked(1518, false).design(),
                        "error: Port 2 of SW1 on the link to SW2 passes 1500 bytes of IP (1518 - 18), while the "
                                + "edge of LM passes the 9000 that its NICs send. Set its MTU to 9216, the maximum of "
                                + "\"PowerConnect 8132\". The other end, port 1 of SW2, needs the same."),
                RuleContract.flags("only one end of the link is too small",
                        linked(9216, true).set("SW2/1", "mtu", 1518).design(),
                        "error: Port 1 of SW2 on the link to SW1 passes 1500 bytes of IP (1518 - 18), while the "
                                + "edge of LM passes the 9000 that its NICs send. Set its MTU to 9216, the maximum of "
                                + "\"PowerConnect 8132\"."),
                RuleContract.flags("actives of both teams on one switch: hidden until failover",
                        Sketch.hiddenUntilFailover().design(),
                        "warning: Port 3 of SW1 on the link to SW2 passes 1500 bytes of IP (1518 - 18), while "
                                + "the edge of LM passes the 9000 that its NICs send; hidden until failover, because only "
                                + "a way after a failure crosses it. Set its MTU to 9216, the maximum of \"PowerConnect "
                                + "8132\". The other end, port 3 of SW2, needs the same."),
                RuleContract.flags("the actives on different switches cross it always",
                        Sketch.hiddenUntilFailover().set("HV2/Team1", "members", swapped()).design(),
                        "error: Port 3 of SW1 on the link to SW2 passes 1500 bytes of IP (1518 - 18), while the "
                                + "edge of LM passes the 9000 that its NICs send. Set its MTU to 9216, the maximum of "
                                + "\"PowerConnect 8132\". The other end, port 3 of SW2, needs the same."),
                RuleContract.flags("peers of an MLAG pair deliver locally: the peer link is hidden until failover",
                        mlag(1554).design(),
                        "warning: Po100A of S1 on the link to S2 passes 1536 bytes of IP (1554 - 18), while the "
                                + "edge of LM passes the 9000 that its NICs send; hidden until failover, because only a "
                                + "way after a failure crosses it. Set its MTU, and that of every member, to 12000, the "
                                + "maximum of \"Force10 S4810\". The other end, Po100B of S2, needs the same."),
                RuleContract.flags("a teamed host on both peers and a host on one: the peer link is crossed every day",
                        mlag(1554).without("S1/2").design(),
                        "error: Po100A of S1 on the link to S2 passes 1536 bytes of IP (1554 - 18), while the "
                                + "edge of LM passes the 9000 that its NICs send. Set its MTU, and that of every member, "
                                + "to 12000, the maximum of \"Force10 S4810\". The other end, Po100B of S2, needs the same."),
                RuleContract.accepts("links at 9216", linked(9216, true).design()),
                RuleContract.accepts("a peer link at 12000", mlag(12000).design()),
                RuleContract.accepts("NICs at 1514", Sketch.path(1514, 1514, true,
                        Station.at(Sketch.PC8132, 9216).links(1518), Station.at(Sketch.PC8132, 9216).links(1518))
                        .design()),
                RuleContract.accepts("the ports of the hosts are too small themselves: MTU002",
                        Sketch.path(9014, 9014, true, Station.at(Sketch.PC8132, 1518), Station.at(Sketch.PC8132, 1518))
                                .design()),
                RuleContract.accepts(
                        "two networks that live on one switch each, with a small link between the switches",
                        Sketch.jumbo(9014, Sketch.PC8132, 9216).ports("SW-A", 3).ports("SW-B", 3)
                                .set("SW-A/1", "mtu", 9216).set("SW-A/2", "mtu", 9216).set("SW-B/1", "mtu", 9216)
                                .set("SW-B/2", "mtu", 9216).cable("SW-A/3", "SW-B/3").set("SW-A/3", "mtu", 1518)
                                .set("SW-B/3", "mtu", 1518).design()),
                RuleContract.accepts("the link does not carry the VLAN",
                        linked(1518, true).set("SW1/2", "allowedVlans", "20").design()),
                RuleContract.cannotTell("the MTU of the link is not known",
                        linked(9216, true).set("SW1/2", "mtu", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mtu of port 2 of SW1."));
    }
}
