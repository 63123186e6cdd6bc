package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.box;
import static io.plumbline.diagram.Shapes.cap;
import static io.plumbline.diagram.Shapes.centred;
import static io.plumbline.diagram.Shapes.ending;
import static io.plumbline.diagram.Shapes.filled;
import static io.plumbline.diagram.Shapes.icon;
import static io.plumbline.diagram.Shapes.line;
import static io.plumbline.diagram.Shapes.text;

import io.plumbline.diagram.Shape.Corners;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.Mbps;
import io.plumbline.model.NicModel;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VirtualSwitchType;
import io.plumbline.model.VlanMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The card of a host: hardware outside, what runs in it above the NIC that carries it, the way a frame takes.
final class HostCard extends Drawing {
    private static final double HEAD = 40;
    private static final String OS_FAMILY = "Windows Server ";
    private static final Bytes STANDARD_JUMBO = new Bytes(1514);

    private final HostPlan plan;

    HostCard(HostPlan plan) {
        super(plan.host().id(), plan.width(), HostPlan.HEIGHT);
        this.plan = plan;
    }

    @Override
    Map<Id, Socket> plugs() {
        var sockets = new HashMap<Id, Socket>();
        plan.zones().forEach(zone -> zone.nics().forEach(slot -> sockets.put(slot.nic().id(), new Socket(
                new Point(slot.centre(), HostPlan.NIC_ROW + HostPlan.NIC_HEIGHT + HostPlan.JACK_HEIGHT),
                Socket.Side.SOUTH))));
        return sockets;
    }

    @Override
    Map<Id, Id> standIns() {
        var standIns = new HashMap<Id, Id>();
        for (HostPlan.Zone zone : plan.zones()) {
            switch (zone) {
                case HostPlan.Switched switched -> {
                    switched.team().ifPresent(bar -> addInterfaces(standIns, bar));
                    switched.chips().forEach(chip -> addGuests(standIns, chip));
                }
                case HostPlan.Teamed teamed -> addInterfaces(standIns, teamed.team());
                case HostPlan.Plain _ -> {
                }
            }
        }
        return standIns;
    }

    private static void addInterfaces(Map<Id, Id> standIns, HostPlan.Bar bar) {
        bar.interfaces().forEach(own -> standIns.put(own, bar.team().id()));
    }

    private void addGuests(Map<Id, Id> standIns, HostPlan.Chip chip) {
        switch (chip) {
            case HostPlan.Guest guest -> guest.parts().forEach(part -> standIns.put(part, guest.vm().id()));
            case HostPlan.More more -> more.hidden().forEach(hidden -> standIns.put(hidden, id()));
            case HostPlan.HostNic _ -> {
            }
        }
    }

    // --- at 75 % and more

    @Override
    List<Figure> full() {
        var figures = new ArrayList<Figure>();
        List<Shape> card = fullCard();
        plan.zones().forEach(zone -> addWires(card, zone));
        figures.add(new Figure(id(), Layer.NODE, bounds(), 8, card));
        for (HostPlan.Zone zone : plan.zones()) {
            switch (zone) {
                case HostPlan.Switched switched -> addSwitched(figures, switched);
                case HostPlan.Teamed teamed -> addTeamed(figures, teamed);
                case HostPlan.Plain plain -> addCards(figures, plain.cards(), 80, HostPlan.NIC_ROW);
            }
            zone.nics().forEach(slot -> {
                figures.add(nic(slot));
                figures.add(jack(slot));
            });
        }
        return figures;
    }

    private List<Shape> fullCard() {
        Host host = plan.host();
        var shapes = new ArrayList<Shape>(card());
        shapes.addAll(icon("host", 12, 12, 16, Token.INK_2));
        double right = width() - 12 - migrationChip(host).map(chip -> addChip(shapes, chip)).orElse(0.0);
        shapes.add(text(host.name(), 36, 25, Face.SEMI_BOLD, 14, right - 36, Token.INK_1));
        double afterName = 36 + Face.SEMI_BOLD.width(host.name(), 14) + 8;
        double room = right - 8 - afterName;
        host.osVersion().map(OsVersion::display).find().flatMap(os -> Stream.of(os, os.replace(OS_FAMILY, ""))
                .filter(text -> Face.REGULAR.widest(text, 11, Level.READ_FROM) <= room).findFirst()).ifPresent(
                        os -> shapes.add(text(os, afterName, 24.6, Face.REGULAR, 11, room, Token.INK_3)));
        for (HostPlan.Zone zone : plan.zones()) {
            double height = managementHeight(zone);
            if (height > 0) {
                shapes.add(box(zone.x(), HostPlan.VM_ROW, zone.width(), height, 6, Token.MOS_FILL, Token.MOS_LINE));
                double inset = zone.width() > HostPlan.COLUMN ? 10 : 5;
                shapes.add(text(Words.of("host.managementOs"), zone.x() + inset, HostPlan.VM_ROW + 17, Face.MEDIUM, 11,
                        zone.width() - inset - 1, Token.INK_2));
            }
        }
        return shapes;
    }

    /// Adds the chip at the right of the head and tells the room it takes.
    private double addChip(List<Shape> shapes, String chip) {
        double chipWidth = Math.ceil(Face.MEDIUM.widest(chip, 11, Level.FULL_FROM)) + 30;
        double x = width() - 12 - chipWidth;
        shapes.add(box(x, 9, chipWidth, 22, 5, Token.PANEL, Token.LINE_2));
        shapes.addAll(icon("lMig", x + 6, 13, 14, Token.INK_2));
        shapes.add(centred(chip, x + 22 + (chipWidth - 26) / 2, 24, Face.MEDIUM, 11, chipWidth - 28, Token.INK_2));
        return chipWidth + 8;
    }

    /// How high the block of the management operating system is; a team bar needs the room under it.
    private static double managementHeight(HostPlan.Zone zone) {
        return switch (zone) {
            case HostPlan.Switched _ -> 0;
            case HostPlan.Teamed _ -> HostPlan.TEAM_ROW - 8 - HostPlan.VM_ROW;
            case HostPlan.Plain _ -> HostPlan.TEAM_ROW + HostPlan.BAR_HEIGHT - HostPlan.VM_ROW;
        };
    }

    private List<Shape> card() {
        return List.of(
                box(bounds(), 8, Ink.of(Token.HOST_FILL), Stroke.NONE),
                cap(0, 0, width(), HEAD, 8, Corners.TOP, Token.HOST_HEAD),
                line(0, HEAD, width(), HEAD, Stroke.hairline(Token.LINE_1)),
                box(bounds(), 8, Ink.NONE, Stroke.hairline(Token.HOST_LINE)));
    }

    private static Optional<String> migrationChip(Host host) {
        if (host.lm().enabled().is(false)) {
            return Optional.of(Words.of("host.lm.off"));
        }
        if (host.lm().anyNetwork().isKnown() || host.lm().anyNetwork().isUnset() && host.failoverCluster().isKnown()) {
            return Optional.of(Words.of(host.lm().anyNetwork().is(true) ? "host.lm.any" : "host.lm.these"));
        }
        return Optional.empty();
    }

    private static void addWires(List<Shape> shapes, HostPlan.Zone zone) {
        switch (zone) {
            case HostPlan.Switched switched -> {
                switched.team().ifPresent(bar -> addLegs(shapes, switched.nics()));
                if (switched.vSwitch().isPresent()) {
                    addUplinkWires(shapes, switched);
                }
            }
            case HostPlan.Teamed teamed -> addLegs(shapes, teamed.nics());
            case HostPlan.Plain _ -> {
            }
        }
    }

    private static void addUplinkWires(List<Shape> shapes, HostPlan.Switched zone) {
        double under = HostPlan.SWITCH_ROW + HostPlan.BAR_HEIGHT;
        if (zone.team().isPresent()) {
            double centre = zone.team().get().x() + zone.team().get().width() / 2;
            shapes.add(line(centre, under, centre, HostPlan.TEAM_ROW, Stroke.of(Token.TEAM_LINE, 1.5)));
        } else if (!zone.nics().isEmpty()) {
            double centre = zone.nics().getFirst().centre();
            shapes.add(line(centre, under, centre, HostPlan.NIC_ROW, Stroke.of(Token.VS_LINE, 1.5)));
        }
        if (zone.teamIsShared()) {
            double middle = HostPlan.TEAM_ROW + HostPlan.BAR_HEIGHT / 2;
            shapes.add(line(zone.x() - HostPlan.ZONE_GAP, middle, zone.x(), middle, Stroke.of(Token.TEAM_LINE, 1.5)));
        }
    }

    private void addSwitched(List<Figure> figures, HostPlan.Switched zone) {
        zone.chips().forEach(chip -> addChip(figures, chip, zone.vSwitch().isPresent()));
        zone.vSwitch().ifPresent(vSwitch -> figures.add(virtualSwitch(vSwitch, zone)));
        zone.team().ifPresent(bar -> figures.add(team(bar)));
    }

    private void addTeamed(List<Figure> figures, HostPlan.Teamed zone) {
        addCards(figures, zone.cards(), 52, HostPlan.TEAM_ROW);
        figures.add(team(zone.team()));
    }

    private static void addLegs(List<Shape> shapes, List<HostPlan.Slot> nics) {
        for (HostPlan.Slot slot : nics) {
            shapes.add(line(slot.centre(), HostPlan.TEAM_ROW + HostPlan.BAR_HEIGHT, slot.centre(), HostPlan.NIC_ROW,
                    Stroke.of(Token.TEAM_LINE, 1.5)));
        }
    }

    private void addChip(List<Figure> figures, HostPlan.Chip chip, boolean wired) {
        switch (chip) {
            case HostPlan.Guest guest -> {
                String fact = guest.tabs().isEmpty() ? "" : vlan(guest.tabs().getFirst().nic());
                figures.add(chipFigure(guest.vm().id(), guest, guest.vm().name(), fact, Token.VM_FILL, Token.VM_LINE,
                        Token.VM_INK));
                addTabs(figures, guest.tabs(), guest, wired, Token.VS_LINE);
            }
            case HostPlan.HostNic own -> {
                figures.add(chipFigure(own.tab().nic().id(), own, own.tab().nic().name(), vlan(own.tab().nic()),
                        Token.MOS_FILL,
                        Token.LINE_3, Token.INK_1));
                addTabs(figures, List.of(own.tab()), own, wired, Token.LINE_3);
            }
            case HostPlan.More more -> figures.add(chipFigure(id(), more,
                    Words.of("host.more", more.hidden().size()), Words.of("host.more.fact"), Token.HOST_FILL,
                    Token.LINE_2, Token.INK_2));
        }
    }

    private static Figure chipFigure(Id id, HostPlan.Chip chip, String name, String fact, Token fill, Token edge,
            Token ink) {
        double centre = chip.x() + chip.width() / 2;
        var shapes = new ArrayList<Shape>();
        shapes.add(box(chip.x(), HostPlan.VM_ROW, chip.width(), HostPlan.CHIP_HEIGHT, 6, fill, edge));
        shapes.add(centred(name, centre, HostPlan.VM_ROW + (fact.isEmpty() ? 24 : 17), Face.SEMI_BOLD, 12,
                chip.width() - 4, ink));
        if (!fact.isEmpty()) {
            shapes.add(centred(fact, centre, HostPlan.VM_ROW + 31, Face.REGULAR, 10, chip.width() - 6, Token.INK_2));
        }
        return new Figure(id, Layer.NODE, chipBounds(chip), 6, shapes);
    }

    private static Bounds chipBounds(HostPlan.Chip chip) {
        return new Bounds(chip.x(), HostPlan.VM_ROW, chip.width(), HostPlan.CHIP_HEIGHT);
    }

    /// The tabs are the virtual NICs; a host's own adapter is its chip, so its tab has no figure of its own.
    private void addTabs(List<Figure> figures, List<HostPlan.Tab> nics, HostPlan.Chip chip, boolean wired,
            Token token) {
        double pitch = Math.min(18, chip.width() / Math.max(1, nics.size()));
        double tabWidth = Math.min(14, pitch - 2);
        double centre = chip.x() + chip.width() / 2 - (nics.size() - 1) * pitch / 2;
        double top = HostPlan.VM_ROW + HostPlan.CHIP_HEIGHT - 1;
        for (HostPlan.Tab tab : nics) {
            Token own = tab.token().orElse(token);
            var shapes = new ArrayList<Shape>();
            if (wired) {
                shapes.add(line(centre, top + 7, centre, HostPlan.SWITCH_ROW, Stroke.of(own, 1.5)));
            }
            shapes.add(box(centre - tabWidth / 2, top, tabWidth, 7, 1.5, own, Token.HOST_FILL));
            figures.add(new Figure(tab.nic().id(), Layer.NODE,
                    chip instanceof HostPlan.HostNic ? chipBounds(chip)
                            : new Bounds(centre - tabWidth / 2, top + 1, tabWidth, 6),
                    chip instanceof HostPlan.HostNic ? 6 : 1.5, shapes));
            centre += pitch;
        }
    }

    private static String vlan(VirtualNic nic) {
        return switch (nic.vlanMode().orElse(VlanMode.UNTAGGED)) {
            case TRUNK -> Words.of("vlan.trunk");
            case ACCESS -> nic.vlanId().find().map(id -> Words.of("vlan", id.toString())).orElse("");
            case UNTAGGED -> nic.vlanMode().isUnknown() ? "" : Words.of("vlan.untagged");
        };
    }

    private Figure virtualSwitch(VirtualSwitch vSwitch, HostPlan.Switched zone) {
        var bounds = new Bounds(zone.x(), HostPlan.SWITCH_ROW, zone.width(), HostPlan.BAR_HEIGHT);
        String fact = switchFact(vSwitch, zone);
        double factWidth = Face.FIGURES.widest(fact, 10, Level.FULL_FROM);
        var shapes = new ArrayList<Shape>();
        shapes.add(box(bounds, 5, Ink.of(Token.VS_FILL), Stroke.hairline(Token.VS_LINE)));
        shapes.addAll(icon("vswitch", bounds.x() + 7, bounds.y() + 5, 14, Token.VS_INK));
        double nameRoom = bounds.width() - 35;
        boolean both = Face.SEMI_BOLD.widest(vSwitch.name(), 11.5, Level.FULL_FROM) + 8 + factWidth <= nameRoom;
        shapes.add(text(vSwitch.name(), bounds.x() + 27, bounds.y() + 16, Face.SEMI_BOLD, 11.5, nameRoom,
                Token.VS_INK));
        if (both && !fact.isEmpty()) {
            shapes.add(ending(fact, bounds.right() - 8, bounds.y() + 15.7, Face.FIGURES, 10, factWidth + 1,
                    Token.INK_2));
        }
        return new Figure(vSwitch.id(), Layer.NODE, bounds, 5, shapes);
    }

    private String switchFact(VirtualSwitch vSwitch, HostPlan.Switched zone) {
        return switch (vSwitch.type().orElse(VirtualSwitchType.EXTERNAL)) {
            case INTERNAL -> Words.of("vswitch.internal");
            case PRIVATE -> Words.of("vswitch.private");
            case EXTERNAL -> {
                if (!vSwitch.uplink().isKnown()) {
                    yield vSwitch.uplink().isUnknown() ? "" : Words.of("vswitch.noUplink");
                }
                long sum = zone.nics().stream()
                        .mapToLong(slot -> slot.speed().map(Mbps::value).orElse(0)).sum();
                yield sum == 0 ? "" : Speeds.sum(sum);
            }
        };
    }

    private Figure team(HostPlan.Bar bar) {
        var bounds = new Bounds(bar.x(), HostPlan.TEAM_ROW, bar.width(), HostPlan.BAR_HEIGHT);
        Team team = bar.team();
        String name = team.name().isBlank() ? team.technology().display() : team.name();
        double room = bounds.width() - 27 - 16;
        double nameWidth = Face.SEMI_BOLD.widest(name, 11.5, Level.READ_FROM);
        var shapes = new ArrayList<Shape>();
        shapes.add(box(bounds, 5, Ink.of(Token.TEAM_FILL), Stroke.hairline(Token.TEAM_LINE)));
        shapes.addAll(icon("team", bounds.x() + 7, bounds.y() + 5, 14, Token.TEAM_INK));
        shapes.add(text(name, bounds.x() + 27, bounds.y() + 16, Face.SEMI_BOLD, 11.5, room, Token.TEAM_INK));
        teamFacts(team).stream()
                .filter(fact -> nameWidth + 8 + Face.REGULAR.widest(fact, 10.5, Level.READ_FROM) <= room).findFirst()
                .ifPresent(fact -> shapes.add(ending(fact, bounds.right() - 16, bounds.y() + 15.7, Face.REGULAR, 10.5,
                        room - nameWidth - 8, Token.INK_2)));
        return new Figure(team.id(), Layer.NODE, bounds, 5, shapes);
    }

    /// From the most to the least that can be said; the longest that fits is written.
    private static List<String> teamFacts(Team team) {
        boolean embedded = team.technology() == TeamTechnology.SET;
        String mode = embedded && team.name().isBlank() || team.teamingMode().isUnknown() ? ""
                : embedded ? team.technology().display()
                        : team.teamingMode().orElse(TeamingMode.SWITCH_INDEPENDENT).display();
        String algorithm = team.lbAlgorithm().find().map(LoadBalancing::display).orElse("");
        return mode.isEmpty() || algorithm.isEmpty() ? List.of(mode + algorithm)
                : List.of(Words.of("team.mode", mode, algorithm), mode);
    }

    private void addCards(List<Figure> figures, List<HostPlan.Card> cards, double height, double stemEnd) {
        for (HostPlan.Card card : cards) {
            figures.add(card(card, height, stemEnd));
        }
    }

    private Figure card(HostPlan.Card card, double height, double stemEnd) {
        Token token = card.token();
        double top = HostPlan.VM_ROW + (height < 80 ? 24 : 28);
        double x = card.x();
        var shapes = new ArrayList<Shape>();
        shapes.add(box(x, top, card.width(), height, 5, Token.PANEL, Token.LINE_2));
        shapes.add(cap(x, top, card.width(), 6, 5, Corners.TOP, token));
        // Without a cluster network the address itself is the name.
        String name = card.network().map(ClusterNetwork::name).orElseGet(() -> address(card).orElse(""));
        if (card.network().isPresent()) {
            shapes.add(text(name, x + 8, top + 22, Face.SEMI_BOLD, 11.5, card.width() - 12, Token.INK_1));
        } else {
            shapes.add(text(name, x + 5, top + 22, Face.FIGURES_SEMI_BOLD, 10.5, card.width() - 7, Token.INK_1));
        }
        double y = top + 38;
        for (Fact fact : facts(card)) {
            if (y < top + height - 6) {
                shapes.add(text(fact.text(), x + 8, y, fact.face(), 10, card.width() - 10, fact.token()));
                y += 15;
            }
        }
        shapes.add(line(card.centre(), top + height, card.centre(), stemEnd, Stroke.of(token, 1.5)));
        return new Figure(card.network().map(ClusterNetwork::id).orElse(card.id()), Layer.NODE,
                new Bounds(x, top, card.width(), height), 5, shapes);
    }

    private record Fact(String text, Face face, Token token) {}

    private static Optional<String> address(HostPlan.Card card) {
        return card.ip().addresses().orElse(List.of()).stream().map(assigned -> assigned.address().toString())
                .findFirst();
    }

    private static List<Fact> facts(HostPlan.Card card) {
        var facts = new ArrayList<Fact>();
        address(card).filter(_ -> card.network().isPresent())
                .ifPresent(address -> facts.add(new Fact(address, Face.FIGURES, Token.INK_2)));
        card.network().flatMap(network -> network.metric().find()).ifPresent(metric -> facts
                .add(new Fact(Words.of("network.metric", Integer.toString(metric)), Face.REGULAR, Token.INK_2)));
        card.jumbo().filter(jumbo -> jumbo.compareTo(STANDARD_JUMBO) > 0).ifPresent(jumbo -> facts
                .add(new Fact(Words.of("network.jumbo", jumbo.toString()), Face.REGULAR, Token.INK_3)));
        return facts;
    }

    private Figure nic(HostPlan.Slot slot) {
        PhysicalNic nic = slot.nic();
        double x = slot.x();
        double y = HostPlan.NIC_ROW;
        String speed = slot.speed().map(Mbps::value).map(Speeds::shortly).orElse("");
        double speedWidth = Face.FIGURES_SEMI_BOLD.width(speed, 10.5);
        boolean rdma = nic.rdma().enabled().is(true);
        var shapes = new ArrayList<Shape>();
        shapes.add(box(x, y, HostPlan.COLUMN, HostPlan.NIC_HEIGHT, 5, Token.NIC_FILL, Token.NIC_LINE));
        double besideSpeed = HostPlan.COLUMN - 22 - speedWidth;
        boolean isLong = Face.SEMI_BOLD.width(nic.name(), 12) > besideSpeed;
        shapes.add(text(nic.name(), x + 8, y + 17, Face.SEMI_BOLD, 12, isLong ? HostPlan.COLUMN - 12 : besideSpeed,
                Token.INK_1));
        if (!isLong) {
            shapes.add(ending(speed, x + HostPlan.COLUMN - 6, y + 16.6, Face.FIGURES_SEMI_BOLD, 10.5, 40,
                    Token.INK_2));
        }
        // A long name takes the first line for itself, because its end tells the NICs of one card apart.
        shapes.add(text(isLong ? (speed + " " + slot.model()).strip() : slot.model(), x + 8, y + 31.5, Face.REGULAR, 10,
                rdma ? 53 : HostPlan.COLUMN - 16, Token.INK_2));
        if (rdma) {
            shapes.add(filled(x + HostPlan.COLUMN - 39, y + 22, 34, 13, 3, Token.TEAM_FILL));
            shapes.add(centred(Words.of("nic.rdma"), x + HostPlan.COLUMN - 22, y + 32, Face.SEMI_BOLD, 10, 34,
                    Token.INK_2));
        }
        return new Figure(nic.id(), Layer.NODE, new Bounds(x, y, HostPlan.COLUMN, HostPlan.NIC_HEIGHT), 5, shapes);
    }

    /// The jack is hit as its NIC, but it is no part of the NIC's outline.
    private static Figure jack(HostPlan.Slot slot) {
        double y = HostPlan.NIC_ROW + HostPlan.NIC_HEIGHT;
        var bounds = new Bounds(slot.centre() - 12, y, 24, HostPlan.JACK_HEIGHT);
        return new Figure(slot.nic().id(), Layer.NODE, bounds, 2, List.of(
                box(bounds, 2, Ink.of(Token.JACK), Stroke.NONE),
                box(new Bounds(slot.centre() - 7, y + 2.5, 14, 3), 1, Ink.of(Token.CANVAS, Fade.SLOT), Stroke.NONE)));
    }

    // --- from 35 % to 75 %: names and outlines

    @Override
    List<Figure> compact() {
        var figures = new ArrayList<Figure>();
        var shapes = new ArrayList<Shape>(card());
        shapes.add(text(plan.host().name(), 16, 28, Face.SEMI_BOLD, 20, width() - 32, Token.INK_1));
        for (HostPlan.Zone zone : plan.zones()) {
            double height = managementHeight(zone);
            if (height > 0) {
                shapes.add(box(zone.x(), HostPlan.VM_ROW, zone.width(), height, 6, Token.MOS_FILL, Token.MOS_LINE));
            }
        }
        figures.add(new Figure(id(), Layer.NODE, bounds(), 8, shapes));
        for (HostPlan.Zone zone : plan.zones()) {
            switch (zone) {
                case HostPlan.Switched switched -> addCompactSwitched(figures, switched);
                case HostPlan.Teamed teamed -> addCompactTeamed(figures, teamed);
                case HostPlan.Plain plain -> addCompactCards(figures, plain.cards(), 116, 92);
            }
            zone.nics().forEach(slot -> figures.add(compactNic(slot)));
        }
        return figures;
    }

    private void addCompactSwitched(List<Figure> figures, HostPlan.Switched zone) {
        for (HostPlan.Chip chip : zone.chips()) {
            var shapes = new ArrayList<Shape>();
            Id chipId = switch (chip) {
                case HostPlan.Guest guest -> {
                    shapes.add(compactChip(chip, Token.VM_FILL, Token.VM_LINE));
                    shapes.add(centred(guest.vm().name(), chip.x() + chip.width() / 2, HostPlan.VM_ROW + 27,
                            Face.MEDIUM, 17, chip.width() - 6, Token.VM_INK));
                    yield guest.vm().id();
                }
                case HostPlan.HostNic own -> {
                    shapes.add(compactChip(chip, Token.MOS_FILL, Token.LINE_3));
                    yield own.tab().nic().id();
                }
                case HostPlan.More _ -> {
                    shapes.add(compactChip(chip, Token.HOST_FILL, Token.LINE_2));
                    yield id();
                }
            };
            if (zone.vSwitch().isPresent()) {
                double centre = chip.x() + chip.width() / 2;
                shapes.add(line(centre, HostPlan.VM_ROW + HostPlan.CHIP_HEIGHT, centre, HostPlan.SWITCH_ROW,
                        Stroke.hairline(Token.VS_LINE)));
            }
            figures.add(new Figure(chipId, Layer.NODE, chipBounds(chip), 6, shapes));
        }
        zone.vSwitch().ifPresent(vSwitch -> figures.add(compactBar(vSwitch.id(), zone.x(), zone.width(),
                HostPlan.SWITCH_ROW, Token.VS_FILL, Token.VS_LINE)));
        zone.team().ifPresent(bar -> figures.add(compactBar(bar.team().id(), bar.x(), bar.width(),
                HostPlan.TEAM_ROW, Token.TEAM_FILL, Token.TEAM_LINE)));
    }

    private static Shape compactChip(HostPlan.Chip chip, Token fill, Token edge) {
        return box(chipBounds(chip), 6, Ink.of(fill), Stroke.hairline(edge));
    }

    private static Figure compactBar(Id id, double x, double width, double y, Token fill, Token edge) {
        var bounds = new Bounds(x, y, width, HostPlan.BAR_HEIGHT);
        return new Figure(id, Layer.NODE, bounds, 5, List.of(box(bounds, 5, Ink.of(fill), Stroke.hairline(edge))));
    }

    private void addCompactTeamed(List<Figure> figures, HostPlan.Teamed zone) {
        addCompactCards(figures, zone.cards(), 84, 68);
        figures.add(compactBar(zone.team().team().id(), zone.team().x(), zone.team().width(), HostPlan.TEAM_ROW,
                Token.TEAM_FILL, Token.TEAM_LINE));
    }

    private void addCompactCards(List<Figure> figures, List<HostPlan.Card> cards, double height, double cardHeight) {
        for (HostPlan.Card card : cards) {
            Token token = card.token();
            var bounds = new Bounds(card.x(), HostPlan.VM_ROW + (height - cardHeight) / 2, card.width(), cardHeight);
            figures.add(new Figure(card.network().map(ClusterNetwork::id).orElse(card.id()), Layer.NODE, bounds, 5,
                    List.of(box(bounds, 5, Ink.of(Token.PANEL), Stroke.hairline(Token.LINE_2)),
                            cap(bounds.x(), bounds.y(), bounds.width(), 10, 5, Corners.TOP, token),
                            line(card.centre(), bounds.bottom(), card.centre(),
                                    height < 100 ? HostPlan.TEAM_ROW : HostPlan.NIC_ROW, Stroke.hairline(token)))));
        }
    }

    private Figure compactNic(HostPlan.Slot slot) {
        double x = slot.x();
        double y = HostPlan.NIC_ROW;
        boolean rdma = slot.nic().rdma().enabled().is(true);
        var shapes = new ArrayList<Shape>();
        shapes.add(box(x, y, HostPlan.COLUMN, HostPlan.NIC_HEIGHT, 5, Token.NIC_FILL, Token.NIC_LINE));
        shapes.add(text(slot.nic().name(), x + 10, y + 27, Face.MEDIUM, 17, HostPlan.COLUMN - (rdma ? 36 : 16),
                Token.INK_1));
        if (rdma) {
            shapes.add(filled(x + HostPlan.COLUMN - 20, y + 12, 12, 16, 2, Token.INK_2));
        }
        shapes.add(filled(slot.centre() - 12, y + HostPlan.NIC_HEIGHT, 24, HostPlan.JACK_HEIGHT, 2, Token.JACK));
        return new Figure(slot.nic().id(), Layer.NODE,
                new Bounds(x, y, HostPlan.COLUMN, HostPlan.NIC_HEIGHT), 5, shapes);
    }

    // --- under 35 %: a card with its name and one block per NIC

    @Override
    List<Figure> overview() {
        var shapes = new ArrayList<Shape>();
        shapes.add(box(bounds(), 16, Ink.of(Token.HOST_FILL), Stroke.hairline(Token.HOST_LINE)));
        shapes.add(text(plan.host().name(), 36, 92, Face.SEMI_BOLD, 52, width() - 72, Token.INK_1));
        for (HostPlan.Zone zone : plan.zones()) {
            if (zone instanceof HostPlan.Switched switched && switched.vSwitch().isPresent()) {
                shapes.add(filled(zone.x() + 8, 124, zone.width() - 16, 20, 4, Token.VS_LINE));
            }
            zone.nics().forEach(slot -> shapes.add(filled(slot.x() + 8, HostPlan.HEIGHT - 45, HostPlan.COLUMN - 24, 45,
                    4, slot.token())));
        }
        return List.of(new Figure(id(), Layer.NODE, bounds(), 16, shapes));
    }
}
