package io.plumbline.diagram;

import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where every port of a switch stands, before anything is drawn. Places are measured from the upper left corner of the
/// chassis.
///
/// Ports that something uses stand one by one, those that nothing uses fold into a chip with their range.
record SwitchPlan(Switch unit, double width, double height, List<Item> strip, List<Port> east, List<Port> west,
        List<Port> south) {
    static final double PORT_WIDTH = 24;
    static final double PORT_HEIGHT = 20;
    static final double SIDE_PORT_WIDTH = 30;
    static final double OUT = 6;
    static final double STRIP = 24;
    static final double LAG_HEIGHT = 16;

    private static final double PITCH = 32;
    private static final double SIDE_PITCH = 24;
    private static final double PAD = 12;
    private static final double BESIDE_SIDE_PORTS = 28;
    /// As wide as a host with two NICs for guests and two for the cluster, which is how most hosts begin.
    static final double USUAL_WIDTH = 472;
    static final double LEAST_WIDTH = 272;
    private static final double LEAST_FACE = 48;
    private static final double RANGE = 48;
    private static final int MOST_FIGURES = 9;

    /// What stands on the port strip.
    sealed interface Item {
        double x();
    }

    /// The part of the port names that the ports after it share.
    record Prefix(String text, double x, double width) implements Item {}

    record Port(SwitchPort port, String number, boolean isUsed, Optional<Lag> lag, double x) implements Item {
        double centre() {
            return x + PORT_WIDTH / 2;
        }
    }

    /// Ports that nothing uses, from the first number to the last.
    record Range(List<Id> ports, String text, double x, double width) implements Item {}

    /// How a switch is to be drawn: which ports leave at which side, where those on the lower edge stand, how far the
    /// ports keep from the left so that no two verticals share an x, whether unused ports are folded, and how wide the
    /// chassis is where its ports need no more.
    record Wish(Map<Id, Socket.Side> sides, Map<Id, Double> southX, double shift, Folding folding, double width) {}

    enum Folding {
        FOLDED, OPEN
    }

    static SwitchPlan of(Switch unit, Contents contents, Wish wish) {
        var north = new ArrayList<SwitchPort>();
        var east = new ArrayList<SwitchPort>();
        var west = new ArrayList<SwitchPort>();
        var south = new ArrayList<SwitchPort>();
        for (SwitchPort port : contents.portsOf(unit)) {
            switch (wish.sides().getOrDefault(port.id(), Socket.Side.NORTH)) {
                case NORTH -> north.add(port);
                case EAST -> east.add(port);
                case SOUTH -> south.add(port);
                case WEST -> west.add(port);
            }
        }
        List<Item> strip = strip(north, contents, wish);
        double width = Math.max(wish.width(), Shapes.ceil4(right(strip) + PAD));
        double height = STRIP + Math.max(LEAST_FACE, SIDE_PITCH * Math.max(east.size(), west.size()));
        double least = west.isEmpty() ? PAD : BESIDE_SIDE_PORTS;
        double most = width - PORT_WIDTH - (east.isEmpty() ? PAD : BESIDE_SIDE_PORTS);
        return new SwitchPlan(unit, width, height, strip, beside(east, contents, width - PORT_WIDTH / 2 - OUT),
                beside(west, contents, OUT - PORT_WIDTH / 2), south(south, contents, wish, least, most));
    }

    /// The middle of the face, where name and side ports stand.
    double faceCentre() {
        return STRIP + (height - STRIP) / 2;
    }

    /// The height of a side port's centre: several stand around the middle of the face.
    double sideCentre(List<Port> side, Port port) {
        return faceCentre() + SIDE_PITCH * (side.indexOf(port) - (side.size() - 1) / 2.0);
    }

    private static List<Item> strip(List<SwitchPort> ports, Contents contents, Wish wish) {
        var items = new ArrayList<Item>();
        double x = PAD;
        String prefix = "";
        boolean first = true;
        for (int i = 0; i < ports.size();) {
            SwitchPort port = ports.get(i);
            if (first || !prefixOf(port).equals(prefix)) {
                prefix = prefixOf(port);
                double room = prefix.isBlank() ? 0 : Shapes.ceil4(Face.FIGURES.width(prefix, 10.5) + 12);
                if (room > 0) {
                    items.add(new Prefix(prefix, x - 2, room - 4));
                }
                x += room + (first ? wish.shift() : 0);
                first = false;
            }
            int end = wish.folding() == Folding.FOLDED ? endOfRun(ports, i, contents) : i + 1;
            if (end - i > 1) {
                Range range = range(ports.subList(i, end), x);
                items.add(range);
                x += range.width() + PITCH - PORT_WIDTH;
            } else {
                items.add(port(port, contents, x));
                x += PITCH;
            }
            i = end;
        }
        return List.copyOf(items);
    }

    private static Range range(List<SwitchPort> ports, double x) {
        String text = numberOf(ports.getFirst()) + "–" + numberOf(ports.getLast());
        return new Range(ports.stream().map(SwitchPort::id).toList(), text, x,
                Math.max(RANGE, Shapes.ceil4(Face.FIGURES.width(text, 10) + 16)));
    }

    /// Where the strip ends.
    static double right(List<Item> strip) {
        return switch (strip.isEmpty() ? null : strip.getLast()) {
            case null -> 0;
            case Port port -> port.x() + PORT_WIDTH;
            case Range range -> range.x() + range.width();
            case Prefix prefix -> prefix.x() + prefix.width();
        };
    }

    /// The end of the unused ports from `start` on whose numbers follow each other.
    private static int endOfRun(List<SwitchPort> ports, int start, Contents contents) {
        int end = start;
        while (end < ports.size() && isFree(ports.get(end), contents)
                && (end == start || follows(ports.get(end - 1), ports.get(end)))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static boolean isFree(SwitchPort port, Contents contents) {
        return contents.cablesAt(port.id()).isEmpty() && contents.lagOf(port).isEmpty();
    }

    private static boolean follows(SwitchPort before, SwitchPort port) {
        return prefixOf(before).equals(prefixOf(port))
                && isFigures(numberOf(before)) && isFigures(numberOf(port))
                && Long.parseLong(numberOf(before)) + 1 == Long.parseLong(numberOf(port));
    }

    private static boolean isFigures(String text) {
        return !text.isEmpty() && text.length() <= MOST_FIGURES && Character.isDigit(text.charAt(0));
    }

    private static List<Port> beside(List<SwitchPort> ports, Contents contents, double x) {
        return ports.stream().map(port -> port(port, contents, x)).toList();
    }

    private static List<Port> south(List<SwitchPort> ports, Contents contents, Wish wish, double first,
            double last) {
        var placed = new ArrayList<Port>();
        double least = first;
        var sorted = ports.stream().sorted((a, b) -> {
            int byX = Double.compare(wish.southX().getOrDefault(a.id(), 0.0),
                    wish.southX().getOrDefault(b.id(), 0.0));
            return byX != 0 ? byX : ByName.ORDER.compare(a, b);
        }).toList();
        for (int i = 0; i < sorted.size(); i++) {
            SwitchPort port = sorted.get(i);
            double most = last - (sorted.size() - 1 - i) * PITCH;
            double wanted = Math.round((wish.southX().getOrDefault(port.id(), 0.0) - PORT_WIDTH / 2) / 4) * 4;
            double x = Math.max(least, Math.min(most, wanted));
            placed.add(port(port, contents, x));
            least = x + PITCH;
        }
        return List.copyOf(placed);
    }

    private static Port port(SwitchPort port, Contents contents, double x) {
        return new Port(port, numberOf(port), !contents.cablesAt(port.id()).isEmpty(), contents.lagOf(port), x);
    }

    private static String prefixOf(SwitchPort port) {
        int figures = figuresAt(port.name());
        return figures == port.name().length() ? "" : port.name().substring(0, figures);
    }

    /// The figures at the end of the name, the whole name where there are none.
    private static String numberOf(SwitchPort port) {
        int figures = figuresAt(port.name());
        return figures == port.name().length() ? port.name() : port.name().substring(figures);
    }

    private static int figuresAt(String name) {
        int at = name.length();
        while (at > 0 && name.length() - at < MOST_FIGURES && name.charAt(at - 1) >= '0'
                && name.charAt(at - 1) <= '9') {
            at--;
        }
        return at;
    }
}
