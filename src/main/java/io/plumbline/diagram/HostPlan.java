package io.plumbline.diagram;

import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpConfig;
import io.plumbline.model.Mbps;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where everything stands in the card of one host, before anything is drawn.
///
/// A card is a row of zones: one per virtual switch with its uplinks and guests, one per team that carries addresses of
/// its own, and one for all other NICs, the management operating system's.
record HostPlan(Host host, double width, List<Zone> zones) {
    static final double HEIGHT = 220;
    static final double PAD = 12;
    static final double ZONE_GAP = 16;
    static final double COLUMN = 104;
    static final double GAP = 8;
    static final double PITCH = COLUMN + GAP;
    static final double NIC_HEIGHT = 40;
    static final double JACK_HEIGHT = 8;
    static final double CHIP_HEIGHT = 40;
    static final double BAR_HEIGHT = 24;
    static final double VM_ROW = 52;
    static final double SWITCH_ROW = 108;
    static final double TEAM_ROW = 144;
    static final double NIC_ROW = 180;

    private static final double VM_WIDTH = 72;
    private static final double VNIC_WIDTH = 56;
    private static final double MOST_EXTRA = 48;
    private static final double MOST_CHIPS_WIDE = 8 * (VM_WIDTH + GAP) - GAP;
    private static final double LEAST_ZONE = 2 * COLUMN + GAP;

    /// A part of the card. `x` and all further places are measured from the left edge of the card.
    sealed interface Zone {
        double x();

        double width();

        List<Slot> nics();
    }

    /// A virtual switch above its uplink; none where guests are not connected to anything yet.
    record Switched(double x, double width, Optional<VirtualSwitch> vSwitch, Optional<Bar> team, boolean teamIsShared,
            List<Slot> nics, List<Chip> chips) implements Zone {}

    /// A team whose own interfaces carry addresses.
    record Teamed(double x, double width, Bar team, List<Slot> nics, List<Card> cards) implements Zone {}

    /// NICs that belong to the management operating system, or to nobody yet.
    record Plain(double x, double width, List<Slot> nics, List<Card> cards) implements Zone {}

    /// A NIC with its speed and model, and the colour of the network that it carries.
    record Slot(PhysicalNic nic, Optional<Mbps> speed, String model, Token token, double x) {
        double centre() {
            return x + COLUMN / 2;
        }
    }

    /// A team with the interfaces that it stands for.
    record Bar(Team team, List<Id> interfaces, double x, double width) {}

    /// One address of the management operating system, over the NIC or team that owns it.
    record Card(Id id, Optional<ClusterNetwork> network, Token token, IpConfig ip, Optional<Bytes> jumbo, double x,
            double width) {
        double centre() {
            return x + width / 2;
        }
    }

    /// A virtual NIC, and the colour of its network where that has a lane.
    record Tab(VirtualNic nic, Optional<Token> token) {}

    /// A guest, a virtual NIC of the host itself, or the chip that stands for all that found no room.
    sealed interface Chip {
        double x();

        double width();
    }

    /// `parts` are the adapters and teams of the guest, which its chip stands for.
    record Guest(Vm vm, List<Tab> tabs, List<Id> parts, double x, double width) implements Chip {}

    record HostNic(Tab tab, double x, double width) implements Chip {}

    record More(List<Id> hidden, double x, double width) implements Chip {}

    static HostPlan of(Host host, Contents contents) {
        return new Builder(host, contents).build();
    }

    /// Takes what belongs to a host and gives each thing its zone, once.
    private static final class Builder {
        private final Host host;
        private final Contents contents;
        private final Set<Id> placedNics = new HashSet<>();
        private final Set<Id> placedTeams = new HashSet<>();
        private final Set<Id> placedGuests = new HashSet<>();
        private final List<Zone> zones = new ArrayList<>();
        private final List<Vm> guests;

        Builder(Host host, Contents contents) {
            this.host = host;
            this.contents = contents;
            this.guests = guestsInOrder(host, contents);
        }

        HostPlan build() {
            contents.virtualSwitchesOf(host).stream().sorted(
                    Comparator.comparing((VirtualSwitch vSwitch) -> !vSwitch.uplink().isKnown())
                            .thenComparing(ByName.ORDER))
                    .forEach(this::addSwitched);
            addLooseGuests();
            contents.teamsOf(host.id()).stream().filter(team -> !placedTeams.contains(team.id()))
                    .forEach(this::addTeamed);
            addPlain();
            double right = zones.isEmpty() ? PAD : zones.getLast().x() + zones.getLast().width();
            return new HostPlan(host, Math.max(right + PAD, 2 * PAD + LEAST_ZONE), List.copyOf(zones));
        }

        private double nextX() {
            return zones.isEmpty() ? PAD : zones.getLast().x() + zones.getLast().width() + ZONE_GAP;
        }

        private void addSwitched(VirtualSwitch vSwitch) {
            double x = nextX();
            Optional<Team> team = vSwitch.uplink().find().flatMap(this::teamBehind);
            boolean shared = team.filter(known -> !placedTeams.add(known.id())).isPresent();
            List<PhysicalNic> nics = new ArrayList<>();
            if (team.isPresent() && !shared) {
                nics.addAll(membersOf(team.get()));
            } else if (team.isEmpty()) {
                vSwitch.uplink().find().flatMap(id -> find(id, PhysicalNic.class))
                        .filter(nic -> placedNics.add(nic.id())).ifPresent(nics::add);
            }
            List<Slot> slots = slots(nics, x);
            List<Wanted> wanted = chipsOn(vSwitch);
            double width = Math.max(widthOf(slots), Math.max(COLUMN, widthOfChips(wanted, widthOf(slots))));
            Optional<Bar> bar = team.map(known -> bar(known, x, shared || slots.isEmpty() ? width : widthOf(slots)));
            zones.add(new Switched(x, width, Optional.of(vSwitch), bar, shared, slots, chips(wanted, x, width)));
        }

        /// Guests and host adapters without a virtual switch join the first zone; without any they get one.
        private void addLooseGuests() {
            var wanted = new ArrayList<Wanted>();
            for (Vm vm : contents.vmsOf(host)) {
                if (placedGuests.add(vm.id())) {
                    wanted.add(
                            Wanted.guest(vm, tabs(contents.vNicsOf(vm.id())), partsOf(vm)));
                }
            }
            contents.vNicsOf(host.id()).stream().filter(nic -> contents.virtualSwitchOf(nic, host).isEmpty())
                    .forEach(nic -> wanted.add(Wanted.hostNic(tab(nic))));
            if (!wanted.isEmpty()) {
                double x = nextX();
                List<Wanted> chips = apart(wanted);
                double width = Math.max(COLUMN, widthOfChips(chips, 0));
                zones.add(new Switched(x, width, Optional.empty(), Optional.empty(), false, List.of(),
                        chips(chips, x, width)));
            }
        }

        private void addTeamed(Team team) {
            placedTeams.add(team.id());
            double x = nextX();
            List<Slot> slots = slots(membersOf(team), x);
            double width = Math.max(LEAST_ZONE, widthOf(slots));
            var cards = new ArrayList<Card>();
            double at = x + 6;
            for (TeamInterface own : contents.interfacesOf(team)) {
                if (hasAddress(own.ip()) && at + COLUMN - 12 <= x + width) {
                    cards.add(card(own.id(), own.ip(), Optional.empty(), at));
                    at += PITCH;
                }
            }
            zones.add(new Teamed(x, width, bar(team, x, slots.isEmpty() ? width : widthOf(slots)), slots,
                    List.copyOf(cards)));
        }

        private void addPlain() {
            List<PhysicalNic> left = contents.nicsOf(host).stream().filter(nic -> !placedNics.contains(nic.id()))
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            double x = nextX();
            List<Slot> slots = slots(left, x);
            var cards = slots.stream().filter(slot -> hasAddress(slot.nic().ip()))
                    .map(slot -> card(slot.nic().id(), slot.nic().ip(), slot.nic().jumboPacket().find(), slot.x() + 6))
                    .toList();
            // Alone in its card it takes all the room that the card has anyway.
            zones.add(new Plain(x, zones.isEmpty() ? Math.max(LEAST_ZONE, widthOf(slots)) : widthOf(slots), slots,
                    cards));
        }

        private Card card(Id id, IpConfig ip, Optional<Bytes> jumbo, double x) {
            Optional<ClusterNetwork> network = contents.networks().find(host, ip);
            return new Card(id, network, network.map(contents.networks()::tokenOf).orElse(Token.LINE_3), ip, jumbo, x,
                    COLUMN - 12);
        }

        private Bar bar(Team team, double x, double width) {
            return new Bar(team, contents.interfacesOf(team).stream().map(Element::id).toList(), x, width);
        }

        private Tab tab(VirtualNic nic) {
            return new Tab(nic, contents.networks().find(host, nic.ip()).filter(Networks::isLane)
                    .map(contents.networks()::tokenOf));
        }

        private List<Id> partsOf(Vm vm) {
            var parts = new ArrayList<Id>();
            contents.vNicsOf(vm.id()).forEach(nic -> parts.add(nic.id()));
            contents.teamsOf(vm.id()).forEach(team -> parts.add(team.id()));
            return List.copyOf(parts);
        }

        private static boolean hasAddress(IpConfig ip) {
            return ip.addresses().find().filter(addresses -> !addresses.isEmpty()).isPresent();
        }

        private Optional<Team> teamBehind(Id uplink) {
            return find(uplink, Team.class).or(
                    () -> find(uplink, TeamInterface.class).flatMap(own -> find(own.team(), Team.class)));
        }

        private <E extends Element> Optional<E> find(Id id, Class<E> type) {
            return contents.find(id, type);
        }

        private List<PhysicalNic> membersOf(Team team) {
            return team.members().stream().map(TeamMember::nic).distinct()
                    .flatMap(id -> find(id, PhysicalNic.class).stream())
                    .filter(nic -> nic.host().equals(host.id()) && placedNics.add(nic.id())).sorted(ByName.ORDER)
                    .toList();
        }

        private List<Slot> slots(List<PhysicalNic> nics, double x) {
            var slots = new ArrayList<Slot>();
            for (PhysicalNic nic : nics) {
                slots.add(new Slot(nic, contents.speedOf(nic), contents.modelOf(nic),
                        contents.networks().find(host, nic.ip()).map(contents.networks()::tokenOf)
                                .orElse(Token.LINE_3),
                        x + slots.size() * PITCH));
            }
            return List.copyOf(slots);
        }

        private static double widthOf(List<Slot> slots) {
            return slots.isEmpty() ? 0 : slots.size() * PITCH - GAP;
        }

        private List<Wanted> chipsOn(VirtualSwitch vSwitch) {
            var wanted = new ArrayList<Wanted>();
            for (Vm vm : guests) {
                List<VirtualNic> nics = onSwitch(contents.vNicsOf(vm.id()), vSwitch);
                if (!nics.isEmpty()) {
                    placedGuests.add(vm.id());
                    wanted.add(Wanted.guest(vm, tabs(nics), partsOf(vm)));
                }
            }
            onSwitch(contents.vNicsOf(host.id()), vSwitch).forEach(nic -> wanted.add(Wanted.hostNic(tab(nic))));
            return apart(wanted);
        }

        /// Two members of NLB clusters side by side stand further apart, so that their outlines do not touch.
        private List<Wanted> apart(List<Wanted> wanted) {
            var apart = new ArrayList<Wanted>();
            for (int i = 0; i < wanted.size(); i++) {
                boolean beside = i + 1 < wanted.size() && isMember(wanted.get(i)) && isMember(wanted.get(i + 1));
                apart.add(beside ? wanted.get(i).furtherApart() : wanted.get(i));
            }
            return apart;
        }

        private boolean isMember(Wanted chip) {
            return chip.vm().filter(contents::isNlbMember).isPresent();
        }

        private List<VirtualNic> onSwitch(List<VirtualNic> nics, VirtualSwitch vSwitch) {
            var on = new ArrayList<VirtualNic>(nics.size());
            for (VirtualNic nic : nics) {
                if (contents.virtualSwitchOf(nic, host).orElse(null) == vSwitch) {
                    on.add(nic);
                }
            }
            return on;
        }

        private List<Tab> tabs(List<VirtualNic> nics) {
            var tabs = new ArrayList<Tab>(nics.size());
            nics.forEach(nic -> tabs.add(tab(nic)));
            return List.copyOf(tabs);
        }

        /// Members of an NLB cluster first: they are what the drawing is about, so they are never folded away.
        private static List<Vm> guestsInOrder(Host host, Contents contents) {
            var members = new ArrayList<Vm>();
            var others = new ArrayList<Vm>();
            contents.vmsOf(host).forEach(vm -> (contents.isNlbMember(vm) ? members : others).add(vm));
            members.addAll(others);
            return members;
        }

        /// As wide as the names would like it, up to a limit, and never narrower than what must fit.
        private static double widthOfChips(List<Wanted> wanted, double room) {
            double least = -GAP;
            double extra = 0;
            for (Wanted chip : wanted) {
                least += chip.pitch();
                extra += chip.extra();
            }
            return Math.min(least + extra, Math.max(room, MOST_CHIPS_WIDE));
        }

        private static List<Chip> chips(List<Wanted> wanted, double x, double width) {
            int shown = shown(wanted, width);
            double spare = width + GAP - (shown < wanted.size() ? VNIC_WIDTH + GAP : 0)
                    - wanted.subList(0, shown).stream().mapToDouble(Wanted::pitch).sum();
            var chips = new ArrayList<Chip>();
            double at = x;
            for (Wanted chip : wanted.subList(0, shown)) {
                double extra = Math.min(Math.floor(spare / 4) * 4, chip.extra());
                chips.add(chip.at(at, chip.base() + extra));
                at += chip.pitch() + extra;
                spare -= extra;
            }
            if (shown < wanted.size()) {
                List<Id> hidden = wanted.subList(shown, wanted.size()).stream()
                        .flatMap(chip -> Stream.concat(Stream.of(chip.id()), chip.parts().stream())).toList();
                chips.add(new More(hidden, at, VNIC_WIDTH));
            }
            return List.copyOf(chips);
        }

        private static int shown(List<Wanted> wanted, double width) {
            double all = wanted.stream().mapToDouble(Wanted::pitch).sum() - GAP;
            if (all <= width) {
                return wanted.size();
            }
            double left = width - VNIC_WIDTH;
            int shown = 0;
            while (wanted.get(shown).pitch() <= left) {
                left -= wanted.get(shown).pitch();
                shown++;
            }
            return shown;
        }
    }

    /// A chip that has no place yet: how wide at least, and how much wider it would like to be for its name.
    private record Wanted(Optional<Vm> vm, List<Tab> tabs, List<Id> parts, double base, double extra, double gap) {
        static Wanted guest(Vm vm, List<Tab> tabs, List<Id> parts) {
            return new Wanted(Optional.of(vm), tabs, parts, VM_WIDTH, extra(vm.name(), VM_WIDTH), GAP);
        }

        static Wanted hostNic(Tab tab) {
            return new Wanted(Optional.empty(), List.of(tab), List.of(), VNIC_WIDTH,
                    extra(tab.nic().name(), VNIC_WIDTH), GAP);
        }

        Wanted furtherApart() {
            return new Wanted(vm, tabs, parts, base, extra, 2 * GAP);
        }

        /// From its left edge to that of the next one.
        double pitch() {
            return base() + gap;
        }

        Id id() {
            return vm.map(Vm::id).orElseGet(() -> tabs.getFirst().nic().id());
        }

        private static double extra(String name, double base) {
            double needed = Shapes.ceil4(Face.SEMI_BOLD.widest(name, 12, Level.READ_FROM) + 8) - base;
            return Math.clamp(needed, 0, MOST_EXTRA);
        }

        Chip at(double x, double width) {
            return vm.<Chip>map(guest -> new Guest(guest, tabs, parts, x, width))
                    .orElseGet(() -> new HostNic(tabs.getFirst(), x, width));
        }
    }
}
