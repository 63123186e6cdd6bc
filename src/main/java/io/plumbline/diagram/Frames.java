package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.box;
import static io.plumbline.diagram.Shapes.centred;
import static io.plumbline.diagram.Shapes.icon;
import static io.plumbline.diagram.Shapes.text;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationDomain;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.MlagPair;
import io.plumbline.model.MlagTechnology;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchStack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The frames around what belongs together: the hosts of a failover cluster, the switches of a stack or an MLAG pair.
/// They have no place of their own; they are where their members are.
final class Frames {
    private static final double TAB = 24;
    private static final double SIDES = 16;
    private static final double BELOW = 20;
    private static final double ABOVE = 28;
    private static final double AROUND_BADGE = 10;

    /// A badge that reaches this near to the corners of a frame may stand under one of its tabs.
    private static final double UNDER_TAB = 320;
    private static final double NEAR = 60;
    private static final double BELOW_TAB = 18;
    private static final double AROUND_STACK = 24;
    private static final double ABOVE_STACK = 32;

    private final Contents contents;
    private final Design design;
    private final Map<Id, Block> blocks;

    Frames(Contents contents, Map<Id, Block> blocks) {
        this.contents = contents;
        this.design = contents.design();
        this.blocks = blocks;
    }

    /// One frame at one level: what lies under everything, and the tabs that lie over it.
    record Framed(Figure frame, List<Figure> tabs) {}

    List<Framed> at(Level level) {
        var frames = new ArrayList<Framed>();
        design.all(FailoverCluster.class).forEach(cluster -> bounds(hosts(cluster), clusters(cluster))
                .ifPresent(bounds -> frames.add(cluster(cluster, bounds, level))));
        design.all(MigrationDomain.class).forEach(domain -> bounds(domain.hosts().orElse(List.of()), List.of())
                .ifPresent(bounds -> frames.add(framed(domain, bounds, level, "lMig",
                        Words.of("domain", domain.hosts().orElse(List.of()).size()), Optional.empty()))));
        design.all(MlagPair.class).forEach(pair -> pairBounds(pair).ifPresent(bounds -> frames.add(stacked(pair,
                bounds, level, Words.of("mlag", pair.technology().find().map(MlagTechnology::display)
                        .orElseGet(() -> Words.of("mlag.unknown")), units(pair).size())))));
        design.all(SwitchStack.class).forEach(stack -> around(contents.unitsOf(stack).stream().map(Switch::id).toList())
                .ifPresent(bounds -> frames.add(stacked(stack, bounds, level,
                        Words.of("stack", contents.unitsOf(stack).size())))));
        return frames;
    }

    private List<Id> hosts(FailoverCluster cluster) {
        return contents.hostsOf(cluster).stream().map(Host::id).toList();
    }

    /// The NLB badges that stand among the hosts of a cluster and have no member elsewhere.
    private List<Id> clusters(FailoverCluster cluster) {
        Set<Id> hosts = new TreeSet<>(hosts(cluster));
        return design.all(NlbCluster.class)
                .filter(nlb -> !contents.hostsOf(nlb).isEmpty() && hosts.containsAll(contents.hostsOf(nlb)))
                .map(Element::id).toList();
    }

    private Optional<Bounds> bounds(Collection<Id> hosts, Collection<Id> badges) {
        Optional<Bounds> all = union(hosts).map(box -> new Bounds(box.x() - SIDES, box.y() - ABOVE,
                box.width() + 2 * SIDES, box.height() + ABOVE + BELOW));
        if (all.isEmpty()) {
            return all;
        }
        Bounds frame = all.get();
        List<Bounds> boxes = badges.stream().flatMap(id -> Stream.ofNullable(blocks.get(id))).map(Block::bounds)
                .sorted(Comparator.comparingDouble(Bounds::y).reversed()).toList();
        for (Bounds badge : boxes) {
            if (frame.grownBy(NEAR).contains(badge)) {
                boolean underTab = badge.x() < frame.x() + UNDER_TAB || badge.right() > frame.right() - UNDER_TAB;
                frame = frame.union(badge.grownBy(underTab ? BELOW_TAB : AROUND_BADGE));
            }
        }
        return Optional.of(frame);
    }

    private Set<Id> units(MlagPair pair) {
        return pair.switches().stream().flatMap(id -> design.find(id, SwitchStack.class)
                .map(stack -> contents.unitsOf(stack).stream().map(Switch::id)).orElseGet(() -> Stream.of(id)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Around the frames of stacks, where stacks form the pair.
    private Optional<Bounds> pairBounds(MlagPair pair) {
        boolean ofStacks = pair.switches().stream().anyMatch(id -> design.find(id, SwitchStack.class).isPresent());
        return around(units(pair)).map(bounds -> ofStacks ? bounds.grownBy(AROUND_STACK) : bounds);
    }

    private Optional<Bounds> around(Collection<Id> units) {
        return union(units).map(box -> new Bounds(box.x() - AROUND_STACK, box.y() - ABOVE_STACK,
                box.width() + 2 * AROUND_STACK, box.height() + ABOVE_STACK + AROUND_STACK));
    }

    private Optional<Bounds> union(Collection<Id> ids) {
        return ids.stream().flatMap(id -> Stream.ofNullable(blocks.get(id))).map(Block::bounds).reduce(Bounds::union);
    }

    // --- how they look

    private Framed cluster(FailoverCluster cluster, Bounds bounds, Level level) {
        return framed(cluster, bounds, level, "cluster", Words.of("cluster", hosts(cluster).size()),
                migration(cluster));
    }

    private Framed framed(Element element, Bounds bounds, Level level, String icon, String fact,
            Optional<String> settings) {
        var edge = box(bounds, 12, Ink.of(Token.FRAME_FILL), Stroke.hairline(Token.FRAME));
        var frame = new Figure(element.id(), Layer.FRAME, bounds, 12, List.of(edge));
        var tabs = new ArrayList<Figure>();
        double room = bounds.width() - 32;
        if (level != Level.FULL) {
            tabs.add(plainTab(element, bounds.x() + 16, bounds.y(), room, level, Layer.FRAME, Token.FRAME));
            return new Framed(frame, tabs);
        }
        Figure tab = tab(element, icon, fact, bounds.x() + 16, bounds.y(), room, Layer.FRAME,
                Stroke.hairline(Token.FRAME));
        tabs.add(tab);
        settings.ifPresent(said -> {
            double width = Math.ceil(Face.MEDIUM.widest(said, 11, Level.FULL_FROM)) + 38;
            double x = bounds.right() - 16 - width;
            if (x > tab.bounds().right() + 8) {
                var shapes = new ArrayList<Shape>();
                var at = new Bounds(x, bounds.y() - TAB / 2, width, TAB);
                shapes.add(box(at, 6, Ink.of(Token.PANEL), Stroke.hairline(Token.FRAME)));
                shapes.addAll(icon("lMig", x + 8, bounds.y() - 8, 16, Token.INK_2));
                shapes.add(centred(said, x + 28 + (width - 32) / 2, bounds.y() + 4, Face.MEDIUM, 11, width - 36,
                        Token.INK_2));
                tabs.add(new Figure(element.id(), Layer.FRAME, at, 6, shapes));
            }
        });
        return new Framed(frame, tabs);
    }

    private Framed stacked(Element element, Bounds bounds, Level level, String fact) {
        var stroke = Stroke.of(Token.CHASSIS_LINE, 1.5);
        var frame = new Figure(element.id(), Layer.FRAME, bounds, 10,
                List.of(box(bounds, 10, Ink.of(Token.FRAME_FILL), stroke)));
        double room = bounds.width() - 32;
        Figure tab = level == Level.FULL
                ? tab(element, "stack", fact, bounds.x() + 16, bounds.bottom(), room, Layer.PILL, stroke)
                : plainTab(element, bounds.x() + 16, bounds.bottom(), room, level, Layer.PILL, Token.CHASSIS_LINE);
        return new Framed(frame, level == Level.OVERVIEW ? List.of() : List.of(tab));
    }

    private static Figure tab(Element element, String icon, String fact, double x, double y, double room, Layer layer,
            Stroke stroke) {
        double nameWidth = Face.SEMI_BOLD.widest(element.name(), 12, Level.FULL_FROM);
        double width = Math.min(room, Math.ceil(nameWidth + Face.REGULAR.widest(fact, 11, Level.FULL_FROM)) + 44);
        var at = new Bounds(x, y - TAB / 2, width, TAB);
        var shapes = new ArrayList<Shape>();
        shapes.add(box(at, 6, Ink.of(Token.PANEL), stroke));
        shapes.addAll(icon(icon, x + 8, y - 8, 16, Token.INK_2));
        shapes.add(text(element.name(), x + 30, y + 4.3, Face.SEMI_BOLD, 12, width - 38, Token.INK_1));
        if (nameWidth + 60 < width) {
            shapes.add(text(fact, x + 38 + nameWidth, y + 4, Face.REGULAR, 11, width - 44 - nameWidth, Token.INK_3));
        }
        return new Figure(element.id(), layer, at, 6, shapes);
    }

    /// A name alone, large enough to be read at the level.
    private static Figure plainTab(Element element, double x, double y, double room, Level level, Layer layer,
            Token edge) {
        double size = level == Level.COMPACT ? 21 : 52;
        double height = level == Level.COMPACT ? 32 : 80;
        double width = Math.min(room, Shapes.ceil4(Face.SEMI_BOLD.width(element.name(), size) + size * 1.6));
        var at = new Bounds(x, y - height / 2, width, height);
        return new Figure(element.id(), layer, at, 8, List.of(
                box(at, 8, Ink.of(Token.PANEL), Stroke.hairline(edge)),
                text(element.name(), x + size * 0.7, y + size * 0.36, Face.SEMI_BOLD, size, width - size,
                        Token.INK_1)));
    }

    /// "Live migration: SMB, 1 of 2 networks": the option of the hosts, and how many networks are selected.
    private Optional<String> migration(FailoverCluster cluster) {
        Set<MigrationOption> options = contents.hostsOf(cluster).stream()
                .flatMap(host -> host.lm().option().find().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (options.isEmpty()) {
            return Optional.empty();
        }
        String option = options.size() == 1 ? options.iterator().next().display()
                : Words.of("cluster.migration.mixed");
        long usable = contents.networksOf(cluster.id()).stream()
                .filter((ClusterNetwork network) -> !network.role().is(NetworkRole.NONE)).count();
        String networks = cluster.lmNetworks().find()
                .map(selected -> Words.of("cluster.migration.some", selected.size(), usable))
                .orElseGet(() -> Words.of("cluster.migration.all"));
        return cluster.lmNetworks().isUnknown() ? Optional.empty()
                : Optional.of(Words.of("cluster.migration", option, networks));
    }
}
