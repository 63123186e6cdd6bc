package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.box;
import static io.plumbline.diagram.Shapes.cap;
import static io.plumbline.diagram.Shapes.centred;
import static io.plumbline.diagram.Shapes.icon;
import static io.plumbline.diagram.Shapes.text;

import io.plumbline.diagram.Shape.Corners;
import io.plumbline.model.Bytes;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchConfiguration;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The chassis of a switch: a strip of ports, a face with its name, ports at the sides towards other switches and below
/// towards routers, and the capsules of its LAGs.
final class SwitchCard extends Drawing {
    private static final double RADIUS = 6;
    private static final double LAG_TOP = -SwitchPlan.OUT - 6 - SwitchPlan.LAG_HEIGHT;
    private static final double LAG_OVER = 20;
    private static final double LAG_OVER_BESIDE_ANOTHER = 13;
    private static final double PITCH = 32;

    private final SwitchPlan plan;
    private final String model;
    private final List<String> facts;
    private final List<Id> routed;

    SwitchCard(SwitchPlan plan, Contents contents) {
        super(plan.unit().id(), plan.width(), plan.height());
        this.plan = plan;
        this.model = plan.unit().model().find().flatMap(id -> contents.find(id, SwitchModel.class))
                .map(SwitchModel::name).orElse("");
        this.facts = facts(plan.unit(), contents);
        this.routed = contents.routedInterfacesOf(plan.unit().id()).stream().map(Element::id).toList();
    }

    SwitchPlan plan() {
        return plan;
    }

    @Override
    Map<Id, Socket> plugs() {
        var sockets = new HashMap<Id, Socket>();
        for (SwitchPlan.Item item : plan.strip()) {
            if (item instanceof SwitchPlan.Port port) {
                sockets.put(port.port().id(),
                        new Socket(new Point(port.centre(), -SwitchPlan.OUT), Socket.Side.NORTH));
            }
        }
        for (SwitchPlan.Port port : plan.east()) {
            sockets.put(port.port().id(), new Socket(
                    new Point(width() + 9, plan.sideCentre(plan.east(), port)), Socket.Side.EAST));
        }
        for (SwitchPlan.Port port : plan.west()) {
            sockets.put(port.port().id(),
                    new Socket(new Point(-9, plan.sideCentre(plan.west(), port)), Socket.Side.WEST));
        }
        for (SwitchPlan.Port port : plan.south()) {
            sockets.put(port.port().id(),
                    new Socket(new Point(port.centre(), height() + SwitchPlan.OUT), Socket.Side.SOUTH));
        }
        return sockets;
    }

    @Override
    Map<Id, Id> standIns() {
        var standIns = new TreeMap<Id, Id>();
        for (SwitchPlan.Item item : plan.strip()) {
            if (item instanceof SwitchPlan.Range range) {
                range.ports().forEach(port -> standIns.put(port, range.ports().getFirst()));
                standIns.remove(range.ports().getFirst());
            }
        }
        routed.forEach(own -> standIns.put(own, id()));
        return standIns;
    }

    /// The ports behind the chip with this id, none when it is no chip.
    Set<Id> folded(Id id) {
        return plan.strip().stream().filter(item -> item instanceof SwitchPlan.Range range
                && range.ports().getFirst().equals(id))
                .flatMap(item -> ((SwitchPlan.Range) item).ports().stream()).collect(Collectors.toSet());
    }

    // --- at 75 % and more

    @Override
    List<Figure> full() {
        var figures = new ArrayList<Figure>();
        var shapes = chassis();
        addFace(shapes);
        for (SwitchPlan.Item item : plan.strip()) {
            if (item instanceof SwitchPlan.Prefix prefix) {
                shapes.add(text(prefix.text(), prefix.x(), 16, Face.FIGURES, 10.5, prefix.width() + 4,
                        Token.CHASSIS_INK2));
            }
        }
        figures.add(new Figure(id(), Layer.NODE, bounds(), RADIUS, shapes));
        for (SwitchPlan.Item item : plan.strip()) {
            switch (item) {
                case SwitchPlan.Prefix _ -> {
                }
                case SwitchPlan.Range range -> figures.add(range(range));
                case SwitchPlan.Port port -> figures.add(port(port, northBounds(port)));
            }
        }
        addOtherSides(figures);
        addLags(figures);
        return figures;
    }

    private List<Shape> chassis() {
        var shapes = new ArrayList<Shape>();
        shapes.add(box(bounds(), RADIUS, Ink.of(Token.CHASSIS), Stroke.NONE));
        shapes.add(cap(0, SwitchPlan.STRIP, width(), height() - SwitchPlan.STRIP, RADIUS, Corners.BOTTOM,
                Token.CHASSIS_FACE));
        shapes.add(box(bounds(), RADIUS, Ink.NONE, Stroke.hairline(Token.CHASSIS_LINE)));
        return shapes;
    }

    private void addFace(List<Shape> shapes) {
        Switch unit = plan.unit();
        double middle = plan.faceCentre();
        double left = plan.west().isEmpty() ? 12 : 32;
        double right = width() - (plan.east().isEmpty() ? 12 : 32);
        double named = left + 24 + Face.SEMI_BOLD.width(unit.name(), 14) + 8
                + (model.isEmpty() ? 0 : Face.REGULAR.widest(model, 11, Level.FULL_FROM) + 8);
        var above = new ArrayList<String>();
        for (String fact : facts.reversed()) {
            double factWidth = factWidth(fact);
            if (right - factWidth < named) {
                above.add(fact);
            } else {
                right -= factWidth;
                addFact(shapes, fact, right, middle);
                right -= 6;
            }
        }
        addAbove(shapes, above.reversed());
        shapes.addAll(icon("switch", left, middle - 8, 16, Token.CHASSIS_INK2));
        double nameX = left + 24;
        shapes.add(text(unit.name(), nameX, middle + 4.6, Face.SEMI_BOLD, 14, right - 8 - nameX, Token.CHASSIS_INK));
        double modelX = nameX + Face.SEMI_BOLD.width(unit.name(), 14) + 8;
        if (modelX + 30 < right) {
            shapes.add(text(model, modelX, middle + 4.3, Face.REGULAR, 11, right - 8 - modelX, Token.CHASSIS_INK2));
        }
    }

    /// What finds no room beside the name stands at the end of the port strip, where the ports leave room.
    private void addAbove(List<Shape> shapes, List<String> left) {
        double right = width() - 8;
        for (String fact : left) {
            double factWidth = factWidth(fact);
            if (right - factWidth >= SwitchPlan.right(plan.strip()) + 8) {
                right -= factWidth;
                addFact(shapes, fact, right, SwitchPlan.STRIP / 2);
                right -= 6;
            }
        }
    }

    private static double factWidth(String fact) {
        return Math.ceil(Face.FIGURES.widest(fact, 10.5, Level.FULL_FROM)) + 8;
    }

    private static void addFact(List<Shape> shapes, String fact, double x, double middle) {
        double factWidth = factWidth(fact);
        shapes.add(box(x, middle - 9, factWidth, 18, 4, Token.PANEL, Token.LINE_2));
        shapes.add(centred(fact, x + factWidth / 2, middle + 4.4, Face.FIGURES, 10.5, factWidth - 8, Token.INK_2));
    }

    private static List<String> facts(Switch unit, Contents contents) {
        var facts = new ArrayList<String>();
        SwitchConfiguration configuration = unit.stack().find()
                .flatMap(stack -> contents.find(stack, SwitchStack.class))
                .map(SwitchStack::configuration).orElse(unit.configuration());
        if (unit.isHub()) {
            facts.add(Words.of("switch.hub"));
        }
        configuration.systemMtu().find().map(mtu -> Words.of("switch.mtu", mtu.toString()))
                .or(() -> portMtu(unit, contents))
                .ifPresent(facts::add);
        if (configuration.routes().is(true)) {
            facts.add(Words.of("switch.routes"));
        }
        if (contents.groupOf(unit.id()).isEmpty() && contents.hasSeveralSwitches()) {
            facts.add(Words.of("switch.notStacked"));
        }
        return List.copyOf(facts);
    }

    /// The size set on all ports, where the switch has no setting for all of them.
    private static Optional<String> portMtu(Switch unit, Contents contents) {
        Set<Bytes> sizes = contents.portsOf(unit).stream()
                .flatMap(port -> port.configuration().mtu().find().stream()).collect(Collectors.toSet());
        return switch (sizes.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Words.of("switch.mtu", sizes.iterator().next().toString()));
            default -> Optional.of(Words.of("switch.mtu.mixed"));
        };
    }

    private static Bounds northBounds(SwitchPlan.Port port) {
        return new Bounds(port.x(), -SwitchPlan.OUT, SwitchPlan.PORT_WIDTH, SwitchPlan.PORT_HEIGHT);
    }

    private Bounds eastBounds(SwitchPlan.Port port) {
        return new Bounds(width() - 21, plan.sideCentre(plan.east(), port) - SwitchPlan.PORT_HEIGHT / 2,
                SwitchPlan.SIDE_PORT_WIDTH, SwitchPlan.PORT_HEIGHT);
    }

    private Bounds westBounds(SwitchPlan.Port port) {
        return new Bounds(-9, plan.sideCentre(plan.west(), port) - SwitchPlan.PORT_HEIGHT / 2,
                SwitchPlan.SIDE_PORT_WIDTH, SwitchPlan.PORT_HEIGHT);
    }

    private Bounds southBounds(SwitchPlan.Port port) {
        return new Bounds(port.x(), height() + SwitchPlan.OUT - SwitchPlan.PORT_HEIGHT, SwitchPlan.PORT_WIDTH,
                SwitchPlan.PORT_HEIGHT);
    }

    private void addOtherSides(List<Figure> figures) {
        plan.east().forEach(port -> figures.add(port(port, eastBounds(port))));
        plan.west().forEach(port -> figures.add(port(port, westBounds(port))));
        plan.south().forEach(port -> figures.add(port(port, southBounds(port))));
    }

    private static Figure port(SwitchPlan.Port port, Bounds bounds) {
        return new Figure(port.port().id(), Layer.NODE, bounds, 3, List.of(portBox(port, bounds), centred(
                port.number(), bounds.centreX(), bounds.y() + 13.7,
                port.isUsed() ? Face.FIGURES_SEMI_BOLD : Face.FIGURES, 10.5, bounds.width() - 2,
                port.isUsed() ? Token.PORT_INK : Token.PORT_FREE_INK)));
    }

    private static Shape portBox(SwitchPlan.Port port, Bounds bounds) {
        return port.isUsed() ? box(bounds, 3, Ink.of(Token.PORT_FILL), Stroke.of(Token.PORT_LINE, 1.25))
                : box(bounds, 3, Ink.of(Token.PORT_FREE), Stroke.hairline(Token.PORT_FREE_LINE));
    }

    private static Figure range(SwitchPlan.Range range) {
        var bounds = new Bounds(range.x() + 2, -1, range.width() - 4, 14);
        return new Figure(range.ports().getFirst(), Layer.NODE, bounds, 3, List.of(
                box(bounds, 3, Ink.of(Token.PORT_FREE), Stroke.of(Token.PORT_FREE_LINE, 1, Dash.FREE)),
                centred(range.text(), bounds.centreX(), 9.6, Face.FIGURES, 10, bounds.width() - 4,
                        Token.PORT_FREE_INK)));
    }

    private void addLags(List<Figure> figures) {
        addCapsules(figures, plan.strip().stream().filter(SwitchPlan.Port.class::isInstance)
                .map(SwitchPlan.Port.class::cast).toList(), LAG_TOP);
        addCapsules(figures, plan.south(), height() + SwitchPlan.OUT + 6);
    }

    /// One capsule over each run of neighbouring ports of a LAG; ports of another LAG beside it make it shorter.
    private static void addCapsules(List<Figure> figures, List<SwitchPlan.Port> ports, double y) {
        for (int i = 0; i < ports.size();) {
            int end = i + 1;
            while (end < ports.size() && isBeside(ports.get(end - 1), ports.get(end))
                    && ports.get(end).lag().equals(ports.get(i).lag())) {
                end++;
            }
            if (ports.get(i).lag().isPresent()) {
                double left = ports.get(i).centre() - over(ports, i, i - 1);
                double right = ports.get(end - 1).centre() + over(ports, end - 1, end);
                figures.add(capsule(ports.get(i).lag().get(),
                        new Bounds(left, y, right - left, SwitchPlan.LAG_HEIGHT)));
            }
            i = end;
        }
    }

    private static boolean isBeside(SwitchPlan.Port a, SwitchPlan.Port b) {
        return Math.abs(a.x() - b.x()) <= PITCH;
    }

    private static double over(List<SwitchPlan.Port> ports, int last, int next) {
        boolean another = next >= 0 && next < ports.size() && isBeside(ports.get(last), ports.get(next))
                && ports.get(next).lag().isPresent();
        return another ? LAG_OVER_BESIDE_ANOTHER : LAG_OVER;
    }

    private static Figure capsule(Lag lag, Bounds bounds) {
        double room = bounds.width() - 6;
        String full = lag.protocol().find().map(protocol -> Words.of(
                protocol == LagProtocol.LACP ? "lag.lacp" : "lag.static", lag.name())).orElse(lag.name());
        String label = Face.SEMI_BOLD.widest(full, 10.5, Level.FULL_FROM) <= room ? full : lag.name();
        return new Figure(lag.id(), Layer.LAG, bounds, bounds.height() / 2, List.of(
                box(bounds, bounds.height() / 2, Ink.of(Token.TEAM_FILL), Stroke.hairline(Token.TEAM_LINE)),
                centred(label, bounds.centreX(), bounds.y() + 11.7, Face.SEMI_BOLD, 10.5, room, Token.TEAM_INK)));
    }

    // --- from 35 % to 75 %

    @Override
    List<Figure> compact() {
        var figures = new ArrayList<Figure>();
        var shapes = chassis();
        shapes.add(text(plan.unit().name(), plan.west().isEmpty() ? 20 : 36, plan.faceCentre() + 8, Face.SEMI_BOLD, 20,
                width() - 72, Token.CHASSIS_INK));
        figures.add(new Figure(id(), Layer.NODE, bounds(), RADIUS, shapes));
        for (SwitchPlan.Item item : plan.strip()) {
            if (item instanceof SwitchPlan.Port port) {
                figures.add(bare(port, northBounds(port)));
            }
        }
        plan.east().forEach(port -> figures.add(bare(port, eastBounds(port))));
        plan.west().forEach(port -> figures.add(bare(port, westBounds(port))));
        plan.south().forEach(port -> figures.add(bare(port, southBounds(port))));
        var lags = new ArrayList<Figure>();
        addLags(lags);
        lags.forEach(lag -> figures.add(new Figure(lag.id(), lag.layer(), lag.bounds(), lag.radius(),
                List.of(lag.shapes().getFirst()))));
        return figures;
    }

    private static Figure bare(SwitchPlan.Port port, Bounds bounds) {
        return new Figure(port.port().id(), Layer.NODE, bounds, 3, List.of(portBox(port, bounds)));
    }

    // --- under 35 %

    @Override
    List<Figure> overview() {
        return List.of(new Figure(id(), Layer.NODE, bounds(), 12, List.of(
                box(bounds(), 12, Ink.of(Token.CHASSIS), Stroke.hairline(Token.CHASSIS_LINE)),
                centred(plan.unit().name(), width() / 2, height() / 2 + 18, Face.SEMI_BOLD, 50, width() - 24,
                        Token.CHASSIS_INK))));
    }
}
