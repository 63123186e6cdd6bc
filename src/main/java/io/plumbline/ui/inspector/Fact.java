package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Lag;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamMember;
import io.plumbline.predict.Ip2Mac;
import io.plumbline.ui.outline.Containment;
import io.plumbline.ui.text.Called;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line about an element that follows from the drawing.
///
/// @param element where the line leads
record Fact(String name, String value, Optional<Id> element) {

    static List<Fact> of(Design design, Element element) {
        var facts = new ArrayList<Fact>();
        Containment.container(design, element).flatMap(design::find)
                .ifPresent(around -> facts.add(to("Part of", design, around.id())));
        design.all(Cable.class).filter(cable -> cable.endA().equals(element.id()) || cable.endB().equals(element.id()))
                .forEach(cable -> facts.add(to("Cabled to", design,
                        cable.endA().equals(element.id()) ? cable.endB() : cable.endA())));
        design.all(Lag.class).filter(lag -> lag.memberPorts().contains(element.id()))
                .forEach(lag -> facts.add(to("In LAG", design, lag.id())));
        design.all(Team.class)
                .filter(team -> team.members().stream().map(TeamMember::nic).anyMatch(element.id()::equals))
                .forEach(team -> facts.add(to("In team", design, team.id())));
        design.all(NlbCluster.class)
                .filter(cluster -> cluster.nodes().orElse(List.of()).stream()
                        .anyMatch(node -> node.member().equals(element.id())))
                .forEach(cluster -> facts.add(to("NLB member", design, cluster.id())));
        if (element instanceof Team team) {
            team.members().forEach(member -> facts.add(to("Member", design, member.nic())));
        }
        if (element instanceof Lag lag) {
            lag.memberPorts().forEach(port -> facts.add(to("Port", design, port)));
        }
        if (element instanceof NlbCluster cluster) {
            facts.addAll(ofCluster(cluster));
        }
        if (element instanceof Switch unit) {
            List<Id> ports = design.all(SwitchPort.class).filter(port -> port.onSwitch().equals(unit.id()))
                    .map(SwitchPort::id).toList();
            long used = design.all(Cable.class).flatMap(cable -> Stream.of(cable.endA(), cable.endB()))
                    .filter(ports::contains).distinct().count();
            facts.add(new Fact("Ports", used + " of " + ports.size() + " in use", Optional.empty()));
        }
        facts.add(new Fact("Id", element.id().text(), Optional.empty()));
        return facts;
    }

    /// The addresses that Windows works out from the VIP and the mode.
    private static List<Fact> ofCluster(NlbCluster cluster) {
        var facts = new ArrayList<Fact>();
        Attribute<NlbMode> mode = cluster.mode().orDefault(NlbMode.UNICAST);
        if (mode instanceof Attribute.Known<NlbMode>(NlbMode known)
                && cluster.primaryVip() instanceof Attribute.Known<IpAddress>(IpAddress vip)) {
            Ip2Mac.clusterMac(known, vip).ifPresent(
                    mac -> facts.add(new Fact("Cluster MAC", mac.toWindows(), Optional.empty())));
            if (known == NlbMode.IGMP_MULTICAST && vip instanceof Ipv4 ipv4) {
                facts.add(new Fact("IGMP group", Ip2Mac.igmpGroup(ipv4).toString(), Optional.empty()));
            }
        }
        return facts;
    }

    private static Fact to(String name, Design design, Id id) {
        return new Fact(name, Called.in(design, id), Optional.of(id));
    }
}
