package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.box;
import static io.plumbline.diagram.Shapes.centred;

import io.plumbline.model.Cable;
import io.plumbline.model.Comment;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.Mbps;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.SwitchPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What at one level of detail lies around and over the blocks: frames, memberships, outlines, pills and badges.
record Scenery(List<Frames.Framed> frames, List<Outline> memberships, List<Outline> outlines, List<Pin> pills,
        List<Pin> badges) {
    private static final double AROUND_MEMBER = 4;

    /// What is this low is the tab of a virtual NIC: its badge keeps clear of the chip's text.
    private static final double TAB = 8;

    /// Shapes that keep their size on screen, centred on a place. They move with any of the `holders`.
    record Pin(Id id, List<Id> holders, Point at, double reach, List<Shape> shapes) {
        Bounds bounds() {
            return new Bounds(at.x(), at.y(), 0, 0).grownBy(reach);
        }
    }

    /// The line around an element that has a fault or belongs to an NLB cluster, or along a cable with a fault.
    record Outline(Id id, List<Id> holders, Bounds bounds, List<Shape> shapes) {}

    static Scenery of(Picture picture, Level level) {
        return new Builder(picture, level).build();
    }

    /// The figures of an element that is no block and no cable.
    Stream<Figure> figures(Id id) {
        return Stream.concat(frames.stream().map(Frames.Framed::frame).filter(frame -> frame.id().equals(id)),
                pills.stream().filter(pin -> pin.id().equals(id))
                        .map(pin -> new Figure(id, Layer.PILL, pin.bounds(), 8, List.of())));
    }

    Optional<Bounds> frameOf(Id id) {
        return frames.stream().filter(framed -> framed.frame().id().equals(id)).map(framed -> framed.frame().bounds())
                .findFirst();
    }

    private static final class Builder {
        private final Picture picture;
        private final Composition composition;
        private final Contents contents;
        private final Level level;
        private final List<Frames.Framed> frames;

        Builder(Picture picture, Level level) {
            this.picture = picture;
            this.composition = picture.composition();
            this.contents = composition.contents();
            this.level = level;
            this.frames = new Frames(contents, composition.blocks()).at(level);
        }

        Scenery build() {
            List<Pin> pills = pills();
            var outlines = new ArrayList<Outline>();
            var badges = new ArrayList<Pin>();
            addMarks(outlines, badges, pills);
            addComments(badges);
            return new Scenery(frames, memberships(), List.copyOf(outlines), pills, List.copyOf(badges));
        }

        // --- membership in NLB clusters

        private List<Outline> memberships() {
            if (level == Level.OVERVIEW) {
                return List.of();
            }
            var outlines = new ArrayList<Outline>();
            contents.design().all(NlbCluster.class).forEach(cluster -> {
                for (NlbNode node : cluster.nodes().orElse(List.of())) {
                    Id chip = contents.shownAs(node.member());
                    picture.holdersOf(chip).stream().limit(1).filter(
                            block -> block.drawing().ownFigure(chip, level).isPresent())
                            .forEach(block -> outlines.add(membership(cluster, node,
                                    block.figure(chip, level).orElseThrow(), block.id())));
                }
            });
            return List.copyOf(outlines);
        }

        private Outline membership(NlbCluster cluster, NlbNode node, Figure chip, Id holder) {
            Bounds around = chip.bounds().grownBy(AROUND_MEMBER);
            var shapes = new ArrayList<Shape>();
            shapes.add(box(around, chip.radius() + 3, Ink.NONE, Stroke.of(Token.K3, 1.5, Dash.MEMBERSHIP)));
            if (level == Level.FULL) {
                node.hostPriority().find().ifPresent(priority -> {
                    // A badge takes the right corner, so the number gives way to the left.
                    boolean marked = picture.marks().containsKey(chip.id());
                    var centre = new Point(marked ? chip.bounds().x() + 1 : chip.bounds().right() - 1,
                            chip.bounds().y());
                    shapes.add(new Shape.Disc(centre, 7.5, Ink.of(Token.K3), Stroke.of(Token.HOST_FILL, 1.5)));
                    shapes.add(centred(Integer.toString(priority), centre.x(), centre.y() + 3.4, Face.BOLD, 10, 15,
                            Token.PANEL));
                });
            }
            return new Outline(cluster.id(), List.of(holder), around, shapes);
        }

        // --- pills on the links between switches

        private List<Pin> pills() {
            if (level != Level.FULL) {
                return List.of();
            }
            var linksByPair = new LinkedHashMap<List<Id>, List<CableLine>>();
            for (CableLine line : composition.cables()) {
                Point a = line.points().getFirst();
                Point b = line.points().getLast();
                Cable cable = contents.design().element(line.id(), Cable.class);
                if (line.points().size() == 2 && a.y() == b.y() && contents.isBetweenSwitches(cable)) {
                    linksByPair.computeIfAbsent(Stream.of(cable.endA(), cable.endB())
                            .map(end -> contents.containerOf(end).orElse(end)).sorted().toList(),
                            _ -> new ArrayList<>()).add(line);
                }
            }
            return Stream.concat(linksByPair.values().stream().flatMap(links -> pill(links).stream()), buses())
                    .toList();
        }

        /// How many cables a bus stands for, in its middle.
        private Stream<Pin> buses() {
            var bundles = new LinkedHashMap<List<Id>, List<CableLine>>();
            composition.cables().stream().filter(line -> line.isInBundle() && line.points().size() == 4)
                    .forEach(line -> bundles.computeIfAbsent(line.between(), _ -> new ArrayList<>()).add(line));
            return bundles.values().stream().map(lines -> {
                String text = Words.of("links", lines.size());
                double left = lines.stream().mapToDouble(line -> line.bounds().x()).min().orElseThrow();
                double right = lines.stream().mapToDouble(line -> line.bounds().right()).max().orElseThrow();
                var at = new Point((left + right) / 2, lines.getFirst().points().get(1).y());
                return new Pin(lines.getFirst().id(), lines.getFirst().between(), at, width(text) / 2,
                        pillShapes(text));
            });
        }

        private Optional<Pin> pill(List<CableLine> links) {
            CableLine first = links.getFirst();
            Cable cable = contents.design().element(first.id(), Cable.class);
            Optional<Mbps> speed = contents.speedOf(cable);
            double room = first.points().getFirst().distanceTo(first.points().getLast()) - 2;
            Id id = contents.find(cable.endA(), SwitchPort.class).flatMap(contents::lagOf).map(Lag::id)
                    .orElse(first.id());
            String each = speed.map(Mbps::value).map(Speeds::shortly).orElse("");
            var candidates = new ArrayList<String>();
            if (links.size() > 1) {
                candidates.add(each.isEmpty() ? Words.of("links", links.size())
                        : Words.of("links.speed", Integer.toString(links.size()), each));
            }
            candidates.add(each);
            double y = links.stream().mapToDouble(line -> line.points().getFirst().y()).average().orElse(0);
            var at = new Point((first.points().getFirst().x() + first.points().getLast().x()) / 2, y);
            return candidates.stream().filter(text -> !text.isEmpty() && width(text) <= room).findFirst()
                    .map(text -> new Pin(id, first.between(), at, width(text) / 2, pillShapes(text)));
        }

        private static double width(String text) {
            return Math.ceil(Face.FIGURES_SEMI_BOLD.width(text, 10)) + 12;
        }

        private static List<Shape> pillShapes(String text) {
            double width = width(text);
            return List.of(
                    box(new Bounds(-width / 2, -8, width, 16), 8, Ink.of(Token.PANEL), Stroke.hairline(Token.LINE_3)),
                    centred(text, 0, 3.6, Face.FIGURES_SEMI_BOLD, 10, width, Token.INK_1));
        }

        // --- what is said about elements

        private record Told(Id id, List<Id> holders, Bounds bounds, double radius, Optional<CableLine> cable) {
            static Told of(Figure figure) {
                return new Told(figure.id(), List.of(), figure.bounds(), figure.radius(), Optional.empty());
            }
        }

        private void addMarks(List<Outline> outlines, List<Pin> badges, List<Pin> pills) {
            var markBySpot = new LinkedHashMap<Told, Mark>();
            for (Id id : picture.marks().keySet().stream().sorted().toList()) {
                Mark mark = picture.marks().get(id);
                if (level != Level.FULL && mark.role() == Mark.Role.ECHO) {
                    continue;
                }
                List<Told> places = placesOf(id, pills);
                for (int i = 0; i < places.size(); i++) {
                    if (i == 0 || level == Level.FULL) {
                        markBySpot.merge(places.get(i), i == 0 ? mark : Mark.echo(mark.sign()), Mark::and);
                    }
                }
            }
            // The whole before its parts, so that the outline of a port lies over that of its switch.
            markBySpot.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> !composition.blocks().containsKey(entry.getKey().id())))
                    .forEach(entry -> add(outlines, badges, entry.getKey(), entry.getValue()));
        }

        private List<Told> placesOf(Id id, List<Pin> pills) {
            Optional<CableLine> cable = picture.cable(id);
            if (cable.isPresent()) {
                return List.of(new Told(id, cable.get().between(), cable.get().bounds(), 0, cable));
            }
            for (Frames.Framed framed : frames) {
                if (framed.frame().id().equals(id)) {
                    return List.of(Told.of(framed.frame()));
                }
            }
            for (Pin pill : pills) {
                if (pill.id().equals(id)) {
                    return List.of(new Told(id, pill.holders(), new Bounds(pill.at().x() - pill.reach(),
                            pill.at().y() - 8, 2 * pill.reach(), 16), 8, Optional.empty()));
                }
            }
            return picture.figuresOf(id, level).entrySet().stream()
                    .map(entry -> new Told(entry.getValue().id(), List.of(entry.getKey()),
                            entry.getValue().bounds(), entry.getValue().radius(), Optional.empty()))
                    .toList();
        }

        private void add(List<Outline> outlines, List<Pin> badges, Told told, Mark mark) {
            Token token = mark.sign().outlineToken();
            if (mark.role() == Mark.Role.CAUSE && mark.sign().isOutlined() && level != Level.OVERVIEW) {
                outlines.add(new Outline(told.id(), told.holders(), told.bounds(),
                        told.cable().map(cable -> cable.lit(level, token)).orElseGet(() -> outline(told, token))));
            }
            boolean tab = told.cable().isEmpty() && told.bounds().height() <= TAB;
            boolean small = told.bounds().height() < Badge.SMALL_UNDER && level == Level.FULL;
            // On a port or capsule it sits a little higher, so that the number can be read.
            Point at = told.cable().map(CableLine::middle)
                    .orElse(tab ? new Point(told.bounds().right() + 6, told.bounds().bottom() - 2)
                            : new Point(told.bounds().right(), told.bounds().y() - (small ? 3 : 0)));
            double r = level != Level.FULL ? Badge.COMPACT
                    : tab ? Badge.ON_TAB : small ? Badge.SMALL : Badge.FULL;
            badges.add(new Pin(told.id(), told.holders(), at, r + 8, Badge.of(mark, r)));
        }

        /// A line around the element, under the ports that stand on its edge.
        private List<Shape> outline(Told told, Token token) {
            var shapes = new ArrayList<Shape>();
            shapes.add(box(told.bounds(), told.radius(), Ink.NONE,
                    Stroke.of(token, level == Level.FULL ? 1.75 : 1.5)));
            Block block = composition.blocks().get(told.id());
            if (block != null) {
                block.drawing().figures(level).stream()
                        .filter(figure -> figure.layer() == Layer.NODE
                                && !block.drawing().bounds().contains(figure.bounds()))
                        .flatMap(figure -> figure.shapes().stream())
                        .forEach(shape -> shapes.add(shape.plus(block.at().x(), block.at().y())));
            }
            return List.copyOf(shapes);
        }

        // --- comments

        private void addComments(List<Pin> badges) {
            if (level != Level.FULL) {
                return;
            }
            contents.design().all(Comment.class).filter(comment -> !comment.resolved()).forEach(comment -> comment
                    .anchor().find().flatMap(anchor -> placesOf(anchor, List.of()).stream().findFirst())
                    .ifPresent(told -> badges.add(new Pin(comment.id(), told.holders(),
                            told.cable().map(CableLine::middle)
                                    .orElse(new Point(told.bounds().x(), told.bounds().y())),
                            9, commentShapes()))));
        }

        private static List<Shape> commentShapes() {
            return List.of(new Shape.Trace(PathData.of(
                    "M-5 -7H5A3 3 0 0 1 8 -4V2A3 3 0 0 1 5 5H0L-4 9V5H-5A3 3 0 0 1 -8 2V-4A3 3 0 0 1 -5 -7Z"),
                    new Point(0, 0), 1, Ink.of(Token.NOTE_FILL), Stroke.of(Token.NOTE_LINE, 1.25)),
                    new Shape.Trace(PathData.of("M-4 -3H4M-4 1H2"), new Point(0, 0), 1, Ink.NONE,
                            Stroke.of(Token.NOTE_INK, 1.25)));
        }
    }
}
