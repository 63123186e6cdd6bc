package io.plumbline.diagram;

import io.plumbline.model.Cable;
import io.plumbline.model.ClientZone;
import io.plumbline.model.Comment;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Frame;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.Note;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.Router;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.TextLabel;
import io.plumbline.model.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Puts a design together: what is drawn, where it stands, how the cables run.
///
/// Drawings of an earlier composition are kept where nothing that they show has changed.
final class Composition {
    private static final int USUAL_SPEED = 10_000;

    /// From this many cables between two elements on they are one bus with drops.
    private static final int BUNDLE = 5;

    private final Design design;
    private final Set<Id> unfolded;
    private final Contents contents;
    private final Map<Slot, Cached> cache = new HashMap<>();
    private final Map<Id, Drawing> first = new TreeMap<>();
    private final Map<Id, SwitchPlan.Wish> wishes = new HashMap<>();
    private final Map<Id, Block> blocks = new LinkedHashMap<>();
    private final Once<Double> switchWidth = new Once<>(this::switchWidth);
    private final Once<List<CableLine>> cables = new Once<>(this::lead);

    /// Devices and switches are drawn more than once: before anything has a place, when all have one, and at last with
    /// their ends turned to each other.
    private enum Stage {
        FIRST, STANDING, STRAIGHT
    }

    private record Slot(Id id, Stage stage) {}

    /// A drawing and all that it was made from, compared by identity: elements never change.
    private record Cached(List<Object> from, Drawing drawing) {
        boolean isMadeFrom(List<Object> now) {
            if (from.size() != now.size()) {
                return false;
            }
            for (int i = 0; i < now.size(); i++) {
                boolean same = from.get(i) == now.get(i)
                        || !(now.get(i) instanceof Element) && from.get(i).equals(now.get(i));
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    private Composition(Design design, Set<Id> unfolded, Contents contents) {
        this.design = design;
        this.unfolded = unfolded;
        this.contents = contents;
    }

    static Composition of(Design design, Set<Id> unfolded, Optional<Composition> earlier) {
        boolean sameElements = earlier.isPresent()
                && earlier.get().design.elementById() == design.elementById();
        var composition = new Composition(design, Set.copyOf(unfolded),
                sameElements ? earlier.get().contents : Contents.of(design));
        boolean sameDrawings = sameElements && earlier.get().unfolded.equals(composition.unfolded);
        composition.compose(earlier, sameDrawings);
        return composition;
    }

    Design design() {
        return design;
    }

    Set<Id> unfolded() {
        return unfolded;
    }

    Contents contents() {
        return contents;
    }

    Map<Id, Block> blocks() {
        return blocks;
    }

    /// All cables on their ways, which nobody needs who looks from far away.
    List<CableLine> cables() {
        return cables.get();
    }

    /// What nothing but moves has happened to looks as before, but for the ports and cable ends that turn to where the
    /// others now stand.
    private void compose(Optional<Composition> before, boolean sameDrawings) {
        View view = design.layout().view();
        Map<Slot, Cached> earlier = before.map(known -> known.cache).orElse(Map.of());
        if (sameDrawings) {
            first.putAll(before.get().first);
            cache.putAll(earlier);
        } else {
            addSimple(first, earlier);
            design.all(Switch.class)
                    .forEach(unit -> first.put(unit.id(), switchCard(unit, firstWish(unit), Stage.FIRST, earlier)));
            addDevices(first, Map.of(), Stage.FIRST, earlier);
        }
        Map<Id, Point> places = Placement.of(contents, first, given(view.placeById()));
        var drawings = new TreeMap<>(first);
        var standing = new Standing(contents, drawings, places);
        Map<Id, Standing.Ends> ends = standing.deviceEnds();
        addDevices(drawings, ends, Stage.STANDING, earlier);
        design.all(Switch.class).forEach(unit -> {
            SwitchPlan.Wish wish = wish(unit, standing, drawings);
            wishes.put(unit.id(), wish);
            drawings.put(unit.id(), sameDrawings && wish.equals(before.get().wishes.get(unit.id()))
                    ? before.get().blocks.get(unit.id()).drawing() : switchCard(unit, wish, Stage.STANDING, earlier));
        });
        addDevices(drawings, standing.straightened(ends, drawings), Stage.STRAIGHT, earlier);
        frames(drawings).forEach(drawing -> blocks.put(drawing.id(), new Block(drawing, places.get(drawing.id()))));
        drawings.values().stream().filter(drawing -> !(drawing instanceof FrameCard))
                .forEach(drawing -> blocks.put(drawing.id(), new Block(drawing, places.get(drawing.id()))));
    }

    private static List<Drawing> frames(Map<Id, Drawing> drawings) {
        return drawings.values().stream().filter(FrameCard.class::isInstance).toList();
    }

    /// Both load balancers of a pair are one drawing, so the place of either will do.
    private Map<Id, Place> given(Map<Id, Place> places) {
        var given = new HashMap<>(places);
        design.all(HardwareLoadBalancer.class).forEach(balancer -> {
            Place place = places.get(balancer.id());
            if (place != null) {
                given.putIfAbsent(contents.drawnAs(balancer), place);
            }
        });
        return given;
    }

    // --- drawings

    private void addSimple(Map<Id, Drawing> drawings, Map<Slot, Cached> earlier) {
        design.all(Host.class).forEach(host -> drawings.put(host.id(), cached(host.id(), Stage.FIRST, earlier,
                contents.shownIn(host), () -> new HostCard(HostPlan.of(host, contents)))));
        design.all(NlbCluster.class).forEach(cluster -> drawings.put(cluster.id(),
                cached(cluster.id(), Stage.FIRST, earlier, List.of(cluster), () -> new NlbBadge(cluster))));
        design.all(Note.class).forEach(note -> drawings.put(note.id(),
                cached(note.id(), Stage.FIRST, earlier, List.of(note), () -> new NoteCard(note))));
        design.all(TextLabel.class).forEach(label -> drawings.put(label.id(),
                cached(label.id(), Stage.FIRST, earlier, List.of(label), () -> new LabelCard(label))));
        design.all(Frame.class).forEach(frame -> drawings.put(frame.id(),
                cached(frame.id(), Stage.FIRST, earlier, List.of(frame), () -> new FrameCard(frame))));
        design.all(Comment.class).filter(comment -> !comment.anchor().isKnown())
                .forEach(comment -> drawings.put(comment.id(),
                        cached(comment.id(), Stage.FIRST, earlier, List.of(comment),
                                () -> new NoteCard(comment.id(), 168, 0, comment.author(), comment.text()))));
    }

    private void addDevices(Map<Id, Drawing> drawings, Map<Id, Standing.Ends> ends, Stage stage,
            Map<Slot, Cached> earlier) {
        design.all(Router.class).forEach(router -> {
            var from = new ArrayList<Object>(contents.routedInterfacesOf(router.id()));
            from.add(router);
            addDevice(drawings, router.id(), from, () -> DeviceCard.Label.of(router, contents), ends, stage, earlier);
        });
        design.all(HardwareLoadBalancer.class).filter(one -> contents.drawnAs(one).equals(one.id()))
                .forEach(balancer -> {
                    List<HardwareLoadBalancer> pair = contents.pairOf(balancer);
                    addDevice(drawings, balancer.id(), List.copyOf(pair), () -> DeviceCard.Label.of(pair), ends,
                            stage, earlier);
                });
        design.all(ClientZone.class).forEach(zone -> addDevice(drawings, zone.id(), List.of(zone),
                () -> DeviceCard.Label.of(zone), ends, stage, earlier));
    }

    private void addDevice(Map<Id, Drawing> drawings, Id id, List<?> from,
            Supplier<DeviceCard.Label> label, Map<Id, Standing.Ends> ends,
            Stage stage, Map<Slot, Cached> earlier) {
        Standing.Ends known = ends.getOrDefault(id, Standing.Ends.of(contents.deviceCables(id)));
        var all = new ArrayList<Object>(from);
        all.add(known);
        drawings.put(id, cached(id, stage, earlier, all,
                () -> new DeviceCard(id, label.get(), known)));
    }

    private Drawing switchCard(Switch unit, SwitchPlan.Wish wish, Stage stage, Map<Slot, Cached> earlier) {
        var from = new ArrayList<>(contents.shownOn(unit));
        from.add(wish);
        return cached(unit.id(), stage, earlier, from,
                () -> new SwitchCard(SwitchPlan.of(unit, contents, wish), contents));
    }

    private Drawing cached(Id id, Stage stage, Map<Slot, Cached> earlier, List<?> from,
            Supplier<Drawing> drawing) {
        List<Object> madeFrom = List.copyOf(from);
        for (Map<Slot, Cached> known : List.of(cache, earlier)) {
            Cached before = known.get(new Slot(id, stage));
            if (before != null && before.isMadeFrom(madeFrom)) {
                cache.put(new Slot(id, stage), before);
                return before.drawing();
            }
        }
        var made = new Cached(madeFrom, drawing.get());
        cache.put(new Slot(id, stage), made);
        return made.drawing();
    }

    /// Switches are as wide as the widest host that is cabled, so that a drawing of small hosts stays small as well.
    private double switchWidth() {
        double widest = design.all(Host.class)
                .filter(host -> contents.nicsOf(host).stream().anyMatch(nic -> !contents.cablesAt(nic.id()).isEmpty()))
                .mapToDouble(host -> first.get(host.id()).width()).max().orElse(SwitchPlan.USUAL_WIDTH);
        return Math.clamp(widest, SwitchPlan.LEAST_WIDTH, SwitchPlan.USUAL_WIDTH);
    }

    // --- switches know on which side their neighbours stand

    private SwitchPlan.Folding folding(Switch unit) {
        return unfolded.contains(unit.id()) ? SwitchPlan.Folding.OPEN : SwitchPlan.Folding.FOLDED;
    }

    /// Before anything has a place: ports towards other devices leave the strip free for the hosts.
    private SwitchPlan.Wish firstWish(Switch unit) {
        var sides = new HashMap<Id, Socket.Side>();
        for (SwitchPort port : contents.portsOf(unit)) {
            for (Cable cable : contents.cablesAt(port.id())) {
                if (contents.find(contents.farEnd(cable, port.id()), PhysicalNic.class).isEmpty()) {
                    sides.put(port.id(), Socket.Side.SOUTH);
                }
            }
        }
        return new SwitchPlan.Wish(sides, Map.of(), 0, folding(unit), switchWidth.get());
    }

    /// Of the distances that the port strip may keep from the left, the one with which the fewest ports stand right
    /// under a jack of another cable.
    private SwitchPlan.Wish wish(Switch unit, Standing standing, Map<Id, Drawing> drawings) {
        Map<Id, Socket.Side> sides = standing.sides(unit);
        Map<Id, Double> southX = standing.southX(unit, sides, drawings);
        List<Standing.Jack> jacks = standing.jacksAbove(unit, drawings);
        SwitchPlan plan =
                SwitchPlan.of(unit, contents, new SwitchPlan.Wish(sides, southX, 0, folding(unit), switchWidth.get()));
        double best = 0;
        long fewest = Long.MAX_VALUE;
        for (double shift : new double[]{0, 12, 4, 8, 16, 20}) {
            long shared = standing.sharedUprights(unit, plan, shift, jacks);
            if (shared < fewest) {
                fewest = shared;
                best = shift;
            }
            if (shared == 0) {
                break;
            }
        }
        return new SwitchPlan.Wish(sides, southX, best, folding(unit), switchWidth.get());
    }

    // --- cables

    private List<CableLine> lead() {
        View view = design.layout().view();
        var blockByEnd = new HashMap<Id, Block>();
        blocks.values().forEach(block -> block.drawing().sockets().keySet().forEach(end -> blockByEnd.put(end, block)));
        List<Bounds> boxes = blocks.values().stream().filter(block -> !(block.drawing() instanceof FrameCard
                || block.drawing() instanceof LabelCard)).map(Block::bounds).toList();
        var led = new ArrayList<Led>();
        for (Cable cable : design.all(Cable.class).toList()) {
            Optional<Socket> a = socket(cable, cable.endA(), blockByEnd);
            Optional<Socket> b = socket(cable, cable.endB(), blockByEnd);
            if (a.isPresent() && b.isPresent()) {
                List<Point> bends = view.bendsById().getOrDefault(cable.id(), List.of()).stream()
                        .map(bend -> new Point(bend.x(), bend.y())).toList();
                led.add(isUpsideDown(a.get(), b.get()) ? led(cable, cable.endB(), b.get(), a.get(), bends.reversed())
                        : led(cable, cable.endA(), a.get(), b.get(), bends));
            }
        }
        Map<List<Id>, Long> count = led.stream().collect(Collectors.groupingBy(Led::between, Collectors.counting()));
        List<Routing.Request> requests = led.stream().map(known -> count.get(known.between()) >= BUNDLE
                ? known.request().inBundle(known.between()) : known.request()).toList();
        List<List<Point>> routes = Routing.route(requests, new Obstacles(boxes));
        var order = new ArrayList<Integer>();
        for (int i = 0; i < led.size(); i++) {
            order.add(i);
        }
        // Cables on a lane lie lowest, so that their bands never cover another cable.
        order.sort(Comparator.comparing((Integer i) -> contents.laneOf(led.get(i).cable()).isEmpty())
                .thenComparing(i -> requests.get(i).bundle().map(Object::toString).orElse("")));
        var lines = new ArrayList<CableLine>();
        for (int i : order) {
            Cable cable = led.get(i).cable();
            lines.add(new CableLine(cable.id(), led.get(i).between(), routes.get(i),
                    Speeds.cableWidth(contents.speedOf(cable).map(Mbps::value).orElse(USUAL_SPEED)),
                    contents.laneOf(cable), requests.get(i).bundle().isPresent()
                            ? CableLine.Bundling.ON_A_BUS : CableLine.Bundling.ALONE));
        }
        return List.copyOf(lines);
    }

    private record Led(Cable cable, List<Id> between, Routing.Request request) {}

    private Led led(Cable cable, Id end, Socket from, Socket to, List<Point> bends) {
        Id far = contents.farEnd(cable, end);
        var between = List.of(contents.containerOf(end).orElse(end), contents.containerOf(far).orElse(far));
        return new Led(cable, between, new Routing.Request(from, to, bends, lagRow(far), Optional.empty()));
    }

    /// Cables are led from the jack or the higher end.
    private static boolean isUpsideDown(Socket a, Socket b) {
        return b.side() == Socket.Side.SOUTH && a.side() != Socket.Side.SOUTH
                || b.side() == a.side() && b.at().y() < a.at().y();
    }

    private Optional<Socket> socket(Cable cable, Id end, Map<Id, Block> blockByEnd) {
        Id drawn = contents.find(end, HardwareLoadBalancer.class).map(contents::drawnAs).orElse(end);
        Block device = blocks.get(drawn);
        return device != null && device.drawing() instanceof DeviceCard ? device.socket(cable.id())
                : Optional.ofNullable(blockByEnd.get(end)).flatMap(block -> block.socket(end));
    }

    private double lagRow(Id end) {
        return contents.find(end, SwitchPort.class).filter(port -> contents.hasLag(port.onSwitch()))
                .map(_ -> Routing.LAG_ROW).orElse(0.0);
    }
}
