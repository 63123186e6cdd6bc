package io.plumbline.ui.palette;

import io.plumbline.edit.Edit;
import io.plumbline.edit.Move;
import io.plumbline.edit.Put;
import io.plumbline.edit.Several;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an item of the palette becomes at a place. Things inside a host look for their host, a team for its NICs, a LAG
/// for its ports; where nothing fits, the answer says what is missing.
public final class Placing {
    private Placing() {}

    public static Placed place(PaletteItem item, Site site) {
        return switch (item) {
            case CLUSTER -> ClusterPlacing.cluster(site);
            case HOST -> ClusterPlacing.host(site);
            case VM -> HostPlacing.vm(site);
            case CLUSTER_NETWORK -> ClusterPlacing.network(site);
            case MIGRATION_DOMAIN -> ClusterPlacing.migrationDomain(site);
            case NIC -> HostPlacing.nic(site);
            case TEAM -> HostPlacing.team(site);
            case TEAM_INTERFACE -> HostPlacing.teamInterface(site);
            case VIRTUAL_SWITCH -> HostPlacing.virtualSwitch(site);
            case V_NIC -> HostPlacing.virtualNic(site);
            case SWITCH -> FabricPlacing.unit(site);
            case SWITCH_PORT -> FabricPlacing.port(site);
            case STACK -> FabricPlacing.stack(site);
            case MLAG_PAIR -> FabricPlacing.pair(site);
            case LAG -> FabricPlacing.lag(site);
            case CABLE -> new Placed.Refused("Drag from a NIC or a port to another one, or click both.");
            case ROUTER -> FabricPlacing.router(site);
            case L3_INTERFACE -> FabricPlacing.routedInterface(site);
            case VLAN -> FabricPlacing.vlan(site);
            case NLB_CLUSTER -> ServicePlacing.nlbCluster(site);
            case LOAD_BALANCER -> ServicePlacing.loadBalancer(site);
            case CLIENT_ZONE -> ServicePlacing.clientZone(site);
            case NOTE -> RemarkPlacing.note(site);
            case FRAME -> RemarkPlacing.frame(site);
            case TEXT_LABEL -> RemarkPlacing.label(site);
            case COMMENT -> RemarkPlacing.comment(site);
            case EVIDENCE -> RemarkPlacing.evidence(site);
            case SWITCH_MODEL -> RemarkPlacing.switchModel(site);
            case NIC_MODEL -> RemarkPlacing.nicModel(site);
        };
    }

    /// Adds `made` where the pointer is and puts the `changed` elements in the place of those with the same ids, as one
    /// step. Only what was made is selected.
    static Placed done(Site site, List<? extends Element> made, List<? extends Element> changed) {
        Put add = Put.add(made.subList(0, 1));
        var elements = new ArrayList<Element>(made);
        elements.addAll(changed);
        var edits = new ArrayList<Edit>();
        edits.add(new Put(add.label(), elements));
        Id first = made.getFirst().id();
        site.at().ifPresent(place -> edits.add(new Move(add.label(), Map.of(first, place), Map.of())));
        return new Placed.Done(edits.size() == 1 ? edits.getFirst() : new Several(add.label(), edits), List.of(first));
    }

    static Placed done(Site site, Element made) {
        return done(site, List.of(made), List.of());
    }

    /// As [#done(Site, Element)], for what lies inside something else and has no place of its own.
    static Placed inside(Site site, List<? extends Element> made, List<? extends Element> changed) {
        return done(Site.of(site.design(), site.under(), site.selection(), Optional.empty()), made, changed);
    }
}
