package io.plumbline.diagram;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The drawing of a design: immutable, at three levels of detail, in the order in which it is painted. The canvas, SVG
/// and PNG paint this one picture, and what the pointer hits is looked up in it too.
///
/// All places and sizes are pixels at 100 %.
public final class Picture {
    private static final double HIT = 24;
    private static final double CABLE_HIT = 6;
    private static final double FRAME_HIT = 5;

    private final Composition composition;
    private final Map<Id, Mark> marks;
    private final List<Block> blocks;
    private final Grid blockGrid;
    private final Once<Cables> cables = new Once<>(this::gatherCables);
    private final Once<Set<Id>> bundles = new Once<>(this::gatherBundles);
    private final Once<Bounds> bounds = new Once<>(this::measure);
    private final Once<Bounds> boundsFromAfar = new Once<>(this::measureFromAfar);
    private final AtomicReferenceArray<Scenery> sceneries = new AtomicReferenceArray<>(Level.values().length);

    private Picture(Composition composition, Map<Id, Mark> marks) {
        this.composition = composition;
        this.marks = Map.copyOf(marks);
        this.blocks = List.copyOf(composition.blocks().values());
        this.blockGrid = new Grid(blocks.stream().map(Block::reach).toList());
    }

    /// The cables, looked up by place and by id.
    private record Cables(Grid grid, Map<Id, CableLine> byId) {}

    private Cables gatherCables() {
        var byId = new HashMap<Id, CableLine>();
        composition.cables().forEach(cable -> byId.put(cable.id(), cable));
        return new Cables(new Grid(composition.cables().stream().map(CableLine::bounds).toList()), byId);
    }

    public static Picture of(Design design) {
        return of(design, Map.of());
    }

    /// @param marks what is to be said about an element, by its id; ids that are not drawn are left out
    public static Picture of(Design design, Map<Id, Mark> marks) {
        return new Picture(Composition.of(design, Set.of(), Optional.empty()), marks);
    }

    /// The picture of a later design. What looks the same is not drawn again.
    public Picture then(Design design, Map<Id, Mark> laterMarks) {
        if (design.elementById() == composition.design().elementById()
                && design.layout() == composition.design().layout()) {
            return laterMarks.equals(marks) ? this : new Picture(composition, laterMarks);
        }
        return new Picture(Composition.of(design, composition.unfolded(), Optional.of(composition)), laterMarks);
    }

    /// The same design with the unused ports of these switches shown one by one instead of as a range.
    public Picture unfolded(Set<Id> switches) {
        return switches.equals(composition.unfolded()) ? this
                : new Picture(Composition.of(composition.design(), switches, Optional.of(composition)), marks);
    }

    public Design design() {
        return composition.design();
    }

    public Map<Id, Mark> marks() {
        return marks;
    }

    /// The box around everything that is drawn.
    public Bounds bounds() {
        return bounds.get();
    }

    /// The box around what is drawn of it from so far away that no cable is seen.
    public Bounds boundsFromAfar() {
        return boundsFromAfar.get();
    }

    private Bounds measure() {
        Bounds all = around(scenery(Level.FULL));
        for (CableLine cable : composition.cables()) {
            all = all == null ? cable.bounds() : all.union(cable.bounds());
        }
        for (Scenery.Pin pin : scenery(Level.FULL).badges()) {
            all = all == null ? pin.bounds() : all.union(pin.bounds());
        }
        return all == null ? new Bounds(0, 0, 0, 0) : all;
    }

    private Bounds measureFromAfar() {
        Bounds all = around(scenery(Level.OVERVIEW));
        return all == null ? new Bounds(0, 0, 0, 0) : all;
    }

    /// The box around blocks and frames; null where there are none.
    private Bounds around(Scenery scenery) {
        Bounds all = null;
        for (Block block : blocks) {
            all = all == null ? block.bounds() : all.union(block.bounds());
        }
        for (Frames.Framed framed : scenery.frames()) {
            all = all == null ? framed.frame().bounds() : all.union(framed.frame().bounds());
            for (Figure tab : framed.tabs()) {
                all = all.union(tab.bounds());
            }
        }
        return all;
    }

    // --- painting

    /// Paints all that reaches into `view` from the bottom to the top, except what is in `without`: the movable elements
    /// that a gesture has lifted, with all their cables.
    public void paint(Level level, Bounds view, Set<Id> without, Brush brush) {
        new Painting(this, level, view, without, brush).paint();
    }

    /// Paints lifted elements where a gesture has moved them, with their cables led anew as well as can be told before
    /// they are put down.
    public void paintLifted(Level level, Set<Id> lifted, double dx, double dy, Brush brush) {
        new Lifting(this, level, lifted, dx, dy, brush).paint();
    }

    /// Paints everything.
    public void paint(Level level, Brush brush) {
        paint(level, bounds().grownBy(64), Set.of(), brush);
    }

    /// Leads the cables, if that was not needed yet, on any thread: so that nobody has to wait who looks closer.
    public void leadCables() {
        cables.get();
    }

    Composition composition() {
        return composition;
    }

    List<Block> blocksIn(Bounds view) {
        var found = new ArrayList<Block>();
        for (int number : blockGrid.in(view)) {
            found.add(blocks.get(number));
        }
        return found;
    }

    List<CableLine> cablesIn(Bounds view) {
        var found = new ArrayList<CableLine>();
        for (int number : cables.get().grid().in(view)) {
            found.add(composition.cables().get(number));
        }
        return found;
    }

    /// From far away one line is drawn for all cables of one colour between two blocks: the ids of those lines.
    Set<Id> bundles() {
        return bundles.get();
    }

    private Set<Id> gatherBundles() {
        var first = new HashMap<List<Object>, Id>();
        Contents contents = composition.contents();
        for (CableLine line : composition.cables()) {
            Cable cable = design().element(line.id(), Cable.class);
            List<Id> ends = Stream.of(cable.endA(), cable.endB())
                    .map(end -> contents.containerOf(end).orElse(end)).sorted().toList();
            first.putIfAbsent(List.of(ends, line.lane()), line.id());
        }
        return Set.copyOf(first.values());
    }

    Optional<CableLine> cable(Id id) {
        return isCable(id) ? Optional.ofNullable(cables.get().byId().get(id)) : Optional.empty();
    }

    /// Most questions are about other elements, and no cable has to be led to tell so.
    private boolean isCable(Id id) {
        return composition.contents().element(id) instanceof Cable;
    }

    /// Paints the signs of some elements, without the glow around them: again, over what covers them.
    public void paintSigns(Level level, Predicate<Id> wanted, Brush brush) {
        scenery(level).badges().stream().filter(pin -> wanted.test(pin.id())).forEach(pin -> brush.pin(pin.id(),
                pin.shapes().stream().filter(shape -> !isGlow(shape)).toList(), pin.at()));
    }

    private static boolean isGlow(Shape shape) {
        return shape instanceof Shape.Disc disc && disc.fill().fade() == Fade.HALO;
    }

    Scenery scenery(Level level) {
        Scenery known = sceneries.get(level.ordinal());
        if (known == null) {
            known = Scenery.of(this, level);
            sceneries.set(level.ordinal(), known);
        }
        return known;
    }

    // --- where things are

    /// Where an element is drawn in full detail; where it is not drawn itself, the place of what it is part of. A cluster
    /// network is drawn in every host, this is its first place.
    public Optional<Bounds> boundsOf(Id id) {
        return spotsOf(id, Level.FULL).stream().findFirst().map(Spot::bounds);
    }

    /// All places of an element at a level, each with the radius of its outline.
    public List<Spot> spotsOf(Id id, Level level) {
        Optional<CableLine> cable = cable(id);
        if (cable.isPresent()) {
            List<Point> points = cable.get().points();
            return List.of(new Spot(id, new Shape.Wire(points, 0, Stroke.NONE).bounds(), 0, points));
        }
        List<Spot> around = scenery(level).figures(id).map(Spot::of).toList();
        return around.isEmpty() ? figuresOf(id, level).values().stream().map(Spot::of).toList() : around;
    }

    /// The figures that show an element, by the block that holds them; the block's own where it shows the element at no
    /// place of its own.
    Map<Id, Figure> figuresOf(Id id, Level level) {
        var figures = new LinkedHashMap<Id, Figure>();
        for (Block block : holdersOf(id)) {
            block.figure(id, level).ifPresent(figure -> figures.put(block.id(), figure));
        }
        if (figures.isEmpty()) {
            holdersOf(id).stream().limit(1).forEach(block -> figures.put(block.id(),
                    block.figure(block.id(), level).orElseThrow()));
        }
        return figures;
    }

    List<Block> holdersOf(Id id) {
        Block own = composition.blocks().get(id);
        return own != null ? List.of(own) : composition.contents().holdersOf(id).stream()
                .flatMap(holder -> Stream.ofNullable(composition.blocks().get(holder))).toList();
    }

    /// The place of an element on the drawing: the box that is outlined and its radius, for a cable its corners.
    public record Spot(Id id, Bounds bounds, double radius, List<Point> corners) {
        private static Spot of(Figure figure) {
            return new Spot(figure.id(), figure.bounds(), figure.radius(), List.of());
        }
    }

    /// The element that moves when this one is dragged: the host of a NIC, the switch of a port, the element itself.
    public Optional<Id> movedWith(Id id) {
        return cable(id).isPresent() ? Optional.empty() : holdersOf(id).stream().findFirst().map(Block::id);
    }

    /// Where every movable element stands, placed by hand or automatically: its upper left corner.
    public Map<Id, Point> places() {
        var places = new TreeMap<Id, Point>();
        blocks.forEach(block -> places.put(block.id(), block.at()));
        return places;
    }

    /// The design with all these places in its layout, so that nothing moves by itself any more.
    public Design placed() {
        var missing = new HashMap<Id, Place>();
        Map<Id, Place> given = design().layout().view().placeById();
        blocks.stream().filter(block -> !given.containsKey(block.id()))
                .forEach(block -> missing.put(block.id(), Place.at(block.at().x(), block.at().y())));
        return missing.isEmpty() ? design() : design().withLayout(design().layout().withPlaces(missing));
    }

    /// The whole box of a movable element, and of a frame around others.
    public Optional<Bounds> boxOf(Id id) {
        return Optional.ofNullable(composition.blocks().get(id)).map(Block::bounds)
                .or(() -> scenery(Level.OVERVIEW).frameOf(id));
    }

    /// The jack of a NIC or the edge of a port, where a cable is plugged in.
    public Optional<Socket> socketOf(Id end) {
        return holdersOf(end).stream().flatMap(block -> block.socket(end).stream())
                .findFirst();
    }

    /// The NIC or port whose socket is nearest to a point, if one is within `reach`.
    public Optional<Id> socketNear(Point point, double reach) {
        Id nearest = null;
        double least = reach;
        for (Block block : blocksIn(new Bounds(point.x(), point.y(), 0, 0).grownBy(reach))) {
            for (var entry : block.drawing().sockets().entrySet()) {
                double distance = entry.getValue().plus(block.at().x(), block.at().y()).at().distanceTo(point);
                if (distance <= least && !(block.drawing() instanceof DeviceCard)) {
                    nearest = entry.getKey();
                    least = distance;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// The switch whose unused ports fold into the chip that this figure is, if it is one.
    public Optional<Id> foldOf(Id figure) {
        return holdersOf(figure).stream()
                .filter(block -> block.drawing() instanceof SwitchCard card && !card.folded(figure).isEmpty())
                .map(Block::id).findFirst();
    }

    // --- what is hit

    /// All elements at a point, the deepest first: port, then switch, then stack. Small parts are hit in an area of at
    /// least 24 pixels on the screen.
    public List<Id> at(Point point, double zoom) {
        Level level = Level.at(zoom);
        var hits = new LinkedHashSet<Id>();
        Bounds near = new Bounds(point.x(), point.y(), 0, 0).grownBy(Math.max(HIT, HIT / zoom));
        List<Block> candidates = blocksIn(near);
        for (Block block : candidates.reversed()) {
            addHits(hits, block, point, level, zoom);
        }
        for (Scenery.Pin pin : scenery(level).pills()) {
            if (pin.bounds().contains(point.x(), point.y())) {
                hits.add(pin.id());
            }
        }
        cablesIn(near).stream().filter(cable -> cable.distance(point) <= CABLE_HIT / Math.min(1, zoom))
                .sorted((a, b) -> Double.compare(a.distance(point), b.distance(point)))
                .forEach(cable -> hits.add(cable.id()));
        for (Frames.Framed framed : scenery(level).frames().reversed()) {
            if (framed.tabs().stream().anyMatch(tab -> tab.bounds().contains(point.x(), point.y()))
                    || isOnEdge(framed.frame().bounds(), point, FRAME_HIT / zoom)) {
                hits.add(framed.frame().id());
            }
        }
        return List.copyOf(hits);
    }

    private static void addHits(Set<Id> hits, Block block, Point point, Level level, double zoom) {
        double x = point.x() - block.at().x();
        double y = point.y() - block.at().y();
        List<Figure> figures = block.drawing().figures(level);
        Figure nearestSmall = null;
        double least = Double.POSITIVE_INFINITY;
        var exact = new ArrayList<Id>();
        for (Figure figure : figures.reversed()) {
            Bounds bounds = figure.bounds();
            boolean small = Math.min(bounds.width(), bounds.height()) * zoom < HIT;
            if (small) {
                Bounds grown =
                        bounds.grownBy(Math.max(0, (HIT / zoom - Math.min(bounds.width(), bounds.height())) / 2));
                double distance = bounds.centre().distanceTo(new Point(x, y));
                if (grown.contains(x, y) && distance < least) {
                    nearestSmall = figure;
                    least = distance;
                }
            }
            if (figure.layer() == Layer.FRAME ? isOnEdge(bounds, new Point(x, y), FRAME_HIT / zoom)
                    : bounds.contains(x, y)) {
                exact.add(figure.id());
            }
        }
        boolean onlyTheWhole = exact.stream().allMatch(id -> id.equals(block.id()));
        if (nearestSmall != null && onlyTheWhole) {
            hits.add(nearestSmall.id());
        }
        hits.addAll(exact);
    }

    private static boolean isOnEdge(Bounds bounds, Point point, double reach) {
        return bounds.grownBy(reach).contains(point.x(), point.y())
                && !bounds.grownBy(-reach).contains(point.x(), point.y());
    }

    /// The movable elements and cables that lie wholly in an area.
    public Set<Id> enclosedBy(Bounds area) {
        var ids = new LinkedHashSet<Id>();
        blocksIn(area).stream().filter(block -> area.contains(block.bounds())).forEach(block -> ids.add(block.id()));
        cablesIn(area).stream().filter(cable -> area.contains(cable.bounds().grownBy(-12)))
                .forEach(cable -> ids.add(cable.id()));
        return ids;
    }

    /// The movable elements and cables that an area touches.
    public Set<Id> touching(Bounds area) {
        var ids = new LinkedHashSet<Id>();
        blocksIn(area).stream().filter(block -> area.overlaps(block.bounds())
                && !(block.drawing() instanceof FrameCard && block.bounds().contains(area)))
                .forEach(block -> ids.add(block.id()));
        cablesIn(area).stream().filter(cable -> cable.touches(area)).forEach(cable -> ids.add(cable.id()));
        return ids;
    }
}
