package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.box;
import static io.plumbline.diagram.Shapes.centred;
import static io.plumbline.diagram.Shapes.icon;
import static io.plumbline.diagram.Shapes.text;

import io.plumbline.model.ClientZone;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpInterface;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Router;
import io.plumbline.model.Vlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A small device without ports of its own: a router with round ends, a hardware load balancer, the clients. Its cables
/// come in at the upper or the lower edge, side by side.
final class DeviceCard extends Drawing {
    private static final double LEAST_WIDTH = 144;
    private static final double EDGE = 20;
    private static final double LEAST_PITCH = 16;
    private static final double MOST_PITCH = 80;

    /// What is written on it, and its outline.
    record Label(String icon, String name, String fact, double radius, double height) {
        static Label of(Router router, Contents contents) {
            String fact = contents.routedInterfacesOf(router.id()).stream().sorted(ByName.ORDER)
                    .flatMap(routed -> gateway(routed, contents.design())).findFirst().orElse("");
            return new Label("router", router.name(), fact, 20, 40);
        }

        /// Two appliances that stand in for each other are one box with both names.
        static Label of(List<HardwareLoadBalancer> pair) {
            String names = pair.stream().map(Element::name).reduce((a, b) -> Words.of("router.pair", a, b)).orElse("");
            String fact = pair.stream().flatMap(balancer -> balancer.vips().orElse(List.of()).stream()).findFirst()
                    .map(vip -> Words.of("nlb.vip", vip.address().toString())).orElse("");
            return new Label("hlb", names, fact, 6, 44);
        }

        static Label of(ClientZone zone) {
            return new Label("people", zone.name(),
                    zone.subnet().find().map(Object::toString).orElse(""), 6, 44);
        }

        private static Stream<String> gateway(L3Interface routed, Design design) {
            String vlan = routed.vlan().find().flatMap(id -> design.find(id, Vlan.class))
                    .flatMap(known -> known.vlanId().find()).map(id -> Words.of("vlan", id.toString()))
                    .orElse(routed.name());
            return routed.addresses().orElse(List.of()).stream().map(IpInterface::address)
                    .map(address -> Words.of("router.gateway", vlan, address.toString()));
        }

        private double width() {
            double text = Math.max(Face.SEMI_BOLD.width(name, 12), Face.FIGURES.width(fact, 10));
            return Shapes.ceil4(Math.min(320, 38 + text + 12));
        }
    }

    private final Label label;
    private final Standing.Ends ends;

    DeviceCard(Id id, Label label, Standing.Ends ends) {
        super(id, Math.max(Math.max(LEAST_WIDTH, label.width()),
                Shapes.ceil4(40 + LEAST_PITCH * Math.max(ends.above().size(), ends.below().size()))), label.height());
        this.label = label;
        this.ends = ends;
    }

    @Override
    Map<Id, Socket> plugs() {
        var sockets = new HashMap<Id, Socket>();
        addPlugs(sockets, ends.above(), 0, Socket.Side.NORTH);
        addPlugs(sockets, ends.below(), height(), Socket.Side.SOUTH);
        return sockets;
    }

    private void addPlugs(Map<Id, Socket> sockets, List<Id> cables, double y, Socket.Side side) {
        double[] xs = straight(cables);
        for (int i = 0; i < cables.size(); i++) {
            sockets.put(cables.get(i), new Socket(new Point(xs[i], y), side));
        }
    }

    /// Each cable where it comes straight down, if that leaves room between them; else evenly spread.
    private double[] straight(List<Id> cables) {
        var xs = new double[cables.size()];
        for (int i = 0; i < xs.length; i++) {
            double even = x(i, xs.length);
            double wanted = ends.wanted().getOrDefault(cables.get(i), even);
            xs[i] = wanted >= EDGE && wanted <= width() - EDGE ? wanted : even;
            if (i > 0 && xs[i] - xs[i - 1] < LEAST_PITCH) {
                return IntStream.range(0, xs.length).mapToDouble(k -> x(k, xs.length)).toArray();
            }
        }
        return xs;
    }

    private double x(int index, int count) {
        double pitch = Math.min(MOST_PITCH, Math.floor((width() - 2 * EDGE) / Math.max(1, count - 1) / 4) * 4);
        return Math.round(width() / 2 / 4) * 4 + (index - (count - 1) / 2.0) * pitch;
    }

    @Override
    List<Figure> full() {
        double middle = height() / 2;
        var shapes = new ArrayList<Shape>();
        shapes.add(body(label.radius()));
        shapes.addAll(icon(label.icon(), 10, middle - 10, 20, Token.CHASSIS_INK2));
        double room = width() - 38 - 12;
        shapes.add(text(label.name(), 38, middle + (label.fact().isEmpty() ? 4 : -1), Face.SEMI_BOLD, 12, room,
                Token.INK_1));
        shapes.add(text(label.fact(), 38, middle + 12, Face.FIGURES, 10, room, Token.INK_2));
        return List.of(figure(shapes));
    }

    @Override
    List<Figure> compact() {
        return List.of(figure(List.of(body(label.radius()), centred(label.name(), width() / 2, height() / 2 + 6,
                Face.SEMI_BOLD, 18, width() - 16, Token.INK_1))));
    }

    @Override
    List<Figure> overview() {
        return List.of(figure(List.of(body(label.radius()))));
    }

    private Shape body(double radius) {
        return box(bounds(), radius, Ink.of(Token.CHASSIS_FACE), Stroke.of(Token.CHASSIS_LINE, 1.25));
    }

    private Figure figure(List<Shape> shapes) {
        return new Figure(id(), Layer.NODE, bounds(), label.radius(), shapes);
    }
}
