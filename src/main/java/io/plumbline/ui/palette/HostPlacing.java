package io.plumbline.ui.palette;

import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What lies inside a host.
final class HostPlacing {
    private HostPlacing() {}

    static Placed nic(Site site) {
        return site.meant(Host.class).<Placed>map(host -> {
            Design design = site.design();
            var nic = PhysicalNic.of(Fresh.id(design, Kind.PHYSICAL_NIC),
                    Fresh.name(design, Kind.PHYSICAL_NIC, "NIC", 1, isIn(host.id())), host.id());
            return Placing.inside(site,
                    List.of(site.model().map(model -> Element.with(nic, "model", model.id())).orElse(nic)),
                    site.newModel());
        }).orElseGet(() -> new Placed.Refused("Drop a NIC on its host."));
    }

    /// A team over the selected NICs of one host, or over the one under the pointer. An LBFO team comes with its
    /// interface, as in Windows.
    static Placed team(Site site) {
        Optional<Host> host = site.meant(Host.class);
        if (host.isEmpty()) {
            return new Placed.Refused("Select the NICs of a host, or drop the team on a host.");
        }
        Design design = site.design();
        List<Id> nics = nics(site, host.get());
        Set<Id> teamed = design.all(Team.class).flatMap(team -> team.members().stream()).map(TeamMember::nic)
                .collect(Collectors.toSet());
        Optional<Id> taken = nics.stream().filter(teamed::contains).findFirst();
        if (taken.isPresent()) {
            return new Placed.Refused(design.element(taken.get()).name() + " is already in a team.");
        }
        String name = Fresh.name(design, Kind.TEAM, "Team", 1,
                each -> each instanceof Team team && team.owner().equals(host.get().id()));
        Team team = Element.with(Team.of(Fresh.id(design, Kind.TEAM), name, host.get().id()), "members",
                nics.stream().map(TeamMember::of).toList());
        if (isSetUsual(host.get())) {
            return Placing.inside(site, List.of(Element.with(team, "technology", TeamTechnology.SET)), List.of());
        }
        TeamInterface primary = Element.with(
                TeamInterface.of(Fresh.id(design, Kind.TEAM_INTERFACE), name, team.id()), "primary", true);
        return Placing.inside(site, List.of(team, primary), List.of());
    }

    static Placed teamInterface(Site site) {
        Optional<Team> team = site.meant(Team.class)
                .or(() -> site.meant(Host.class).flatMap(host -> onlyTeam(site.design(), host.id())));
        if (team.isEmpty()) {
            return new Placed.Refused("Drop a team interface on its team.");
        }
        if (team.get().technology() == TeamTechnology.SET) {
            return new Placed.Refused("A SET team has no interfaces; give the host a vNIC instead.");
        }
        Design design = site.design();
        var made = TeamInterface.of(Fresh.id(design, Kind.TEAM_INTERFACE),
                Fresh.name(design, Kind.TEAM_INTERFACE, team.get().name() + " - VLAN ", 1, _ -> true),
                team.get().id());
        return Placing.inside(site, List.of(made), List.of());
    }

    /// A virtual switch over the NIC or team under the pointer, else over the only team of the host.
    static Placed virtualSwitch(Site site) {
        Optional<Host> host = site.meant(Host.class);
        if (host.isEmpty()) {
            return new Placed.Refused("Drop a virtual switch on a host, a team or a NIC.");
        }
        Design design = site.design();
        var made = VirtualSwitch.of(Fresh.id(design, Kind.VIRTUAL_SWITCH),
                Fresh.name(design, Kind.VIRTUAL_SWITCH, "vSwitch", 1, isIn(host.get().id())), host.get().id());
        VirtualSwitch joined = uplink(site, host.get()).map(id -> Element.with(made, "uplink", id)).orElse(made);
        return Placing.inside(site, List.of(joined), List.of());
    }

    /// An adapter of the VM under the pointer, else one of the management operating system.
    static Placed virtualNic(Site site) {
        Design design = site.design();
        Optional<Vm> vm = site.meant(Vm.class);
        Optional<Host> host = site.meant(Host.class);
        if (host.isEmpty()) {
            return new Placed.Refused("Drop a vNIC on a VM, or on a host for its management operating system.");
        }
        Id owner = vm.map(Vm::id).orElse(host.get().id());
        String stem = vm.isPresent() ? "Network adapter " : "vNIC";
        var nic = VirtualNic.of(Fresh.id(design, Kind.V_NIC),
                Fresh.name(design, Kind.V_NIC, stem, 1, isIn(owner)), owner);
        return Placing.inside(site, List.of(joined(site, host.get(), nic)), List.of());
    }

    /// A VM with one adapter, on the virtual switch of its host if there is one.
    static Placed vm(Site site) {
        return site.meant(Host.class).<Placed>map(host -> {
            Design design = site.design();
            var vm = Vm.of(Fresh.id(design, Kind.VM), Fresh.name(design, Kind.VM, "VM", 1, _ -> true), host.id());
            var nic = VirtualNic.of(Fresh.id(design, Kind.V_NIC), "Network adapter", vm.id());
            return Placing.inside(site, List.of(vm, joined(site, host, nic)), List.of());
        }).orElseGet(() -> new Placed.Refused("Drop a VM on the host it runs on."));
    }

    private static VirtualNic joined(Site site, Host host, VirtualNic nic) {
        Optional<VirtualSwitch> under = site.meant(VirtualSwitch.class)
                .filter(each -> each.host().equals(host.id()))
                .or(() -> site.design().all(VirtualSwitch.class).filter(each -> each.host().equals(host.id()))
                        .findFirst());
        return under.map(each -> Element.with(nic, "vSwitch", each.id().text())).orElse(nic);
    }

    private static List<Id> nics(Site site, Host host) {
        List<Id> selected = site.selected(PhysicalNic.class).stream().filter(nic -> nic.host().equals(host.id()))
                .map(PhysicalNic::id).toList();
        return selected.isEmpty() ? site.meant(PhysicalNic.class).filter(nic -> nic.host().equals(host.id()))
                .map(PhysicalNic::id).stream().toList() : selected;
    }

    private static Optional<Id> uplink(Site site, Host host) {
        Design design = site.design();
        Optional<Team> team = site.meant(Team.class).filter(each -> each.owner().equals(host.id()));
        Optional<PhysicalNic> nic = site.meant(PhysicalNic.class).filter(each -> each.host().equals(host.id()));
        Optional<TeamInterface> tNic = site.meant(TeamInterface.class);
        if (tNic.isPresent()) {
            return tNic.map(TeamInterface::id);
        }
        if (team.isEmpty() && nic.isPresent()) {
            return teamOf(design, nic.get()).map(each -> uplinkOf(design, each)).orElse(nic.map(PhysicalNic::id));
        }
        return team.or(() -> onlyTeam(design, host.id())).flatMap(each -> uplinkOf(design, each));
    }

    /// A SET team itself; of an LBFO team its first interface.
    private static Optional<Id> uplinkOf(Design design, Team team) {
        return team.technology() == TeamTechnology.SET ? Optional.of(team.id())
                : design.all(TeamInterface.class).filter(each -> each.team().equals(team.id()))
                        .map(TeamInterface::id).findFirst();
    }

    private static Optional<Team> teamOf(Design design, PhysicalNic nic) {
        return design.all(Team.class)
                .filter(team -> team.members().stream().anyMatch(member -> member.nic().equals(nic.id()))).findFirst();
    }

    private static Optional<Team> onlyTeam(Design design, Id owner) {
        List<Team> teams = design.all(Team.class).filter(team -> team.owner().equals(owner)).limit(2).toList();
        return teams.size() == 1 ? Optional.of(teams.getFirst()) : Optional.empty();
    }

    /// From 2016 on a switch-embedded team is what Microsoft recommends under Hyper-V.
    private static boolean isSetUsual(Host host) {
        return host.osVersion() instanceof Attribute.Known<OsVersion>(OsVersion version)
                && version.compareTo(OsVersion.WINDOWS_2016) >= 0;
    }

    private static Predicate<Element> isIn(Id owner) {
        return element -> switch (element) {
            case PhysicalNic nic -> nic.host().equals(owner);
            case VirtualSwitch each -> each.host().equals(owner);
            case VirtualNic nic -> nic.owner().equals(owner);
            default -> true;
        };
    }
}
