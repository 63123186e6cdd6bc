package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Leads all cables at right angles: down from the jack, level on a track of its own, down to the port. Where boxes stand
/// in the way it goes down between them, and where even that does not lead there, around them.
final class Routing {
    /// Between a jack and the first track, and between the last track and the capsules of the LAGs.
    static final double CLEAR = 24;
    /// What the capsules over the ports of a switch need.
    static final double LAG_ROW = 22;
    private static final double KEEP = 12;
    private static final double STUB = 20;

    /// What a cable that passes all boxes keeps clear for the frame around them.
    private static final double OUTSIDE = 20;
    private static final double APART = 6;

    /// A cable that already takes a gap counts as this much of a longer way.
    private static final double CROWDED = 10;

    private final List<Request> requests;
    private final Obstacles obstacles;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<List<Double>, List<Gap>> gaps = new HashMap<>();

    private Routing(List<Request> requests, Obstacles obstacles) {
        this.requests = requests;
        this.obstacles = obstacles;
    }

    /// A cable to be led from one socket to another, through the points of `bends` when somebody led it by hand.
    /// `lagRow` is what capsules over the ports need at the lower end; cables of one bundle share a bus.
    record Request(Socket from, Socket to, List<Point> bends, double lagRow, Optional<List<Id>> bundle) {
        Request inBundle(List<Id> name) {
            return new Request(from, to, bends, lagRow, comesDown() && bends.isEmpty() ? Optional.of(name)
                    : Optional.empty());
        }

        private boolean comesDown() {
            return from.side() == Socket.Side.SOUTH && to.side() == Socket.Side.NORTH
                    && to.at().y() - from.at().y() >= 16;
        }
    }

    /// The corners of each cable, in the order of the requests.
    static List<List<Point>> route(List<Request> requests, Obstacles obstacles) {
        return new Routing(requests, obstacles).route();
    }

    /// What is known about a way before tracks are given out.
    private sealed interface Plan {}

    private record Done(List<Point> points) implements Plan {}

    /// Down, level, down: the run is number `run` of all level runs.
    private record Once(int run) implements Plan {}

    /// Down, level, down between boxes, level, down.
    private record Twice(int upper, int lower, double corridor) implements Plan {}

    /// The room between two boxes that stand in the way to a row of ports.
    private record Gap(double left, double right, double row) {
        boolean isOpen() {
            return Double.isInfinite(left) || Double.isInfinite(right);
        }

        int room() {
            return isOpen() ? Integer.MAX_VALUE : (int) Math.max(0, (right - left) / 8) + 1;
        }

        double nearest(double x) {
            return Math.max(left, Math.min(right, x));
        }
    }

    /// A cable that has to pass between boxes, with the gap it takes.
    private record Passing(int request, Gap gap, double upperMost, double lowerLeast) {}

    private List<List<Point>> route() {
        var runs = new ArrayList<Tracks.Run>();
        var passing = new ArrayList<Passing>();
        var load = new HashMap<Gap, Integer>();
        for (int i = 0; i < requests.size(); i++) {
            plans.add(plan(i, runs, passing, load));
        }
        for (var entry : corridors(passing).entrySet()) {
            Passing pass = passing.get(entry.getKey());
            Request request = requests.get(pass.request());
            double x = entry.getValue();
            runs.add(new Tracks.Run(request.from().at().x(), x, request.from().at().y() + CLEAR, pass.upperMost()));
            runs.add(new Tracks.Run(x, request.to().at().x(), pass.lowerLeast(), lowest(request)));
            plans.set(pass.request(), new Twice(runs.size() - 2, runs.size() - 1, x));
        }
        double[] heights = heights(runs);
        var routes = new ArrayList<List<Point>>();
        for (int i = 0; i < requests.size(); i++) {
            routes.add(simplified(points(requests.get(i), plans.get(i), heights)));
        }
        return apart(routes);
    }

    /// The level runs of a bundle are one: as long as all of them, at one height.
    private double[] heights(List<Tracks.Run> runs) {
        var busByBundle = new HashMap<List<Id>, List<Integer>>();
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i) instanceof Once(int run)) {
                requests.get(i).bundle().ifPresent(
                        bundle -> busByBundle.computeIfAbsent(bundle, _ -> new ArrayList<>()).add(run));
            }
        }
        var alone = new ArrayList<>(runs);
        busByBundle.values().forEach(bus -> alone.set(bus.getFirst(), Tracks.Run.along(
                bus.stream().map(runs::get).toList())));
        var skipped = new HashSet<Integer>();
        busByBundle.values().forEach(bus -> skipped.addAll(bus.subList(1, bus.size())));
        int[] kept = IntStream.range(0, runs.size()).filter(i -> !skipped.contains(i)).toArray();
        double[] keptHeights = Tracks.heights(IntStream.of(kept).mapToObj(alone::get).toList());
        var heights = new double[runs.size()];
        for (int k = 0; k < kept.length; k++) {
            heights[kept[k]] = keptHeights[k];
        }
        busByBundle.values().forEach(bus -> bus.forEach(run -> heights[run] = heights[bus.getFirst()]));
        return heights;
    }

    private Plan plan(int index, List<Tracks.Run> runs, List<Passing> passing, Map<Gap, Integer> load) {
        Request request = requests.get(index);
        if (!request.bends().isEmpty()) {
            return new Done(byHand(request));
        }
        if (!request.comesDown()) {
            return new Done(around(request));
        }
        Point from = request.from().at();
        Point to = request.to().at();
        if (from.x() == to.x() && obstacles.isUprightFree(from.x(), from.y() + 1, to.y() - 1)) {
            return new Done(List.of(from, to));
        }
        double below = obstacles.firstBelow(from.x(), from.y());
        double above = obstacles.lastAbove(to.x(), to.y());
        double least = Math.max(from.y() + CLEAR, above + KEEP);
        double most = Math.min(lowest(request), below - KEEP);
        if (least > most && below >= to.y() && above <= from.y()) {
            // Too tight for the usual distances: any height between the two will do.
            least = from.y() + (to.y() - from.y()) / 3;
            most = to.y() - (to.y() - from.y()) / 3;
        }
        if (least <= most && obstacles.isLevelFree(least, from.x(), to.x())) {
            runs.add(new Tracks.Run(from.x(), to.x(), least, obstacles.lowestFree(least, most, from.x(), to.x())));
            return new Once(runs.size() - 1);
        }
        double upper = from.y() + CLEAR;
        double lower = lowest(request);
        if (upper >= below || lower <= above || upper >= lower) {
            return new Done(around(request));
        }
        Gap gap = gap(request, Math.min(below, lower), Math.max(above, upper), load);
        double x = gap.nearest((from.x() + to.x()) / 2);
        double upperMost = Math.max(upper, Math.min(below, lower) - KEEP);
        double lowerLeast = Math.min(lower, Math.max(above, upper) + KEEP);
        if (!obstacles.isLevelFree(upper, from.x(), x) || !obstacles.isLevelFree(lower, x, to.x())) {
            return new Done(around(request));
        }
        load.merge(gap, 1, Integer::sum);
        passing.add(new Passing(index, gap, upperMost, lowerLeast));
        return new Done(List.of(from, to));
    }

    private static double lowest(Request request) {
        return request.to().at().y() - CLEAR - request.lagRow();
    }

    /// The gap that makes the way shortest and is not yet crowded.
    private Gap gap(Request request, double top, double bottom, Map<Gap, Integer> load) {
        Point from = request.from().at();
        Point to = request.to().at();
        double middle = (from.x() + to.x()) / 2;
        Gap best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (Gap gap : gaps.computeIfAbsent(List.of(Math.min(top, bottom), Math.max(top, bottom), to.y()),
                rows -> gapsIn(rows.get(0), rows.get(1), rows.get(2)))) {
            double x = gap.nearest(middle);
            int taken = load.getOrDefault(gap, 0);
            double cost = Math.abs(from.x() - x) + Math.abs(to.x() - x) + taken * CROWDED;
            if (cost < bestCost && taken < gap.room()) {
                best = gap;
                bestCost = cost;
            }
        }
        return best;
    }

    private List<Gap> gapsIn(double top, double bottom, double row) {
        var blocked = new TreeMap<Double, Double>();
        obstacles.inRows(top - 1, bottom + 1)
                .forEach(box -> blocked.merge(box.x() - KEEP, box.right() + KEEP, Math::max));
        double left = Double.NEGATIVE_INFINITY;
        var found = new ArrayList<Gap>();
        for (var box : blocked.entrySet()) {
            if (Double.isInfinite(left)) {
                found.add(new Gap(left, box.getKey() - OUTSIDE, row));
            } else if (box.getKey() > left) {
                found.add(new Gap(left, box.getKey(), row));
            }
            left = Math.max(left, box.getValue());
        }
        found.add(new Gap(left + OUTSIDE, Double.POSITIVE_INFINITY, row));
        return found;
    }

    /// An x of its own for every cable that passes between boxes: side by side in the order of where they go, and clear
    /// of what comes down from a jack or into a port.
    private Map<Integer, Double> corridors(List<Passing> passing) {
        var byGap = new LinkedHashMap<Gap, List<Integer>>();
        for (int i = 0; i < passing.size(); i++) {
            byGap.computeIfAbsent(passing.get(i).gap(), _ -> new ArrayList<>()).add(i);
        }
        Uprights fixed = fixedUprights();
        var xs = new TreeMap<Integer, Double>();
        byGap.forEach((gap, members) -> {
            members.sort(Comparator.comparingDouble(
                    (Integer i) -> requests.get(passing.get(i).request()).to().at().x()).thenComparing(i -> i));
            double top = members.stream().mapToDouble(i -> requests.get(passing.get(i).request()).from().at().y()).min()
                    .orElse(0);
            List<Double> slots = slots(gap, members.size(), top, fixed);
            int first = gap.isOpen() ? 0 : (slots.size() - members.size()) / 2;
            for (int k = 0; k < members.size(); k++) {
                xs.put(members.get(k), slots.get(first + k));
            }
        });
        return xs;
    }

    /// At least as many places in a gap as are wanted, from left to right, as far apart as the gap allows.
    private static List<Double> slots(Gap gap, int wanted, double top, Uprights fixed) {
        if (gap.isOpen()) {
            int away = Double.isInfinite(gap.left()) ? -1 : 1;
            double start = away < 0 ? gap.right() : gap.left();
            var outward = new ArrayList<Double>();
            for (double x = start; outward.size() < wanted; x += away * Tracks.PITCH) {
                if (fixed.isApart(x, top, gap.row())) {
                    outward.add(x);
                }
            }
            return away < 0 ? outward.reversed() : outward;
        }
        for (double pitch = Tracks.PITCH; pitch >= 2; pitch -= 2) {
            var free = new ArrayList<Double>();
            double x = Math.ceil(gap.left() / 4) * 4;
            while (x <= gap.right()) {
                boolean clear = fixed.isApart(x, top, gap.row());
                if (clear) {
                    free.add(x);
                }
                x += clear ? pitch : 2;
            }
            if (free.size() >= wanted) {
                return free;
            }
        }
        double pitch = (gap.right() - gap.left()) / Math.max(1, wanted - 1);
        return IntStream.range(0, wanted).mapToObj(k -> gap.left() + k * pitch).toList();
    }

    /// What comes down from each jack and into each port, as far as it can reach.
    private Uprights fixedUprights() {
        var fixed = new Uprights();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            if (request.comesDown()) {
                Point from = request.from().at();
                Point to = request.to().at();
                fixed.add(from.x(), from.y(), Math.min(to.y(), obstacles.firstBelow(from.x(), from.y())), i);
                fixed.add(to.x(), Math.max(from.y(), obstacles.lastAbove(to.x(), to.y())), to.y(), i);
            }
        }
        return fixed;
    }

    private static List<Point> points(Request request, Plan plan, double[] heights) {
        Point from = request.from().at();
        Point to = request.to().at();
        return switch (plan) {
            case Done(List<Point> points) -> points;
            case Once(int run) -> List.of(from, new Point(from.x(), heights[run]), new Point(to.x(), heights[run]),
                    to);
            case Twice(int upper, int lower, double x) -> List.of(from, new Point(from.x(), heights[upper]),
                    new Point(x, heights[upper]), new Point(x, heights[lower]), new Point(to.x(), heights[lower]), to);
        };
    }

    /// Through the points somebody set, upright first.
    private static List<Point> byHand(Request request) {
        var points = new ArrayList<Point>();
        points.add(request.from().at());
        Point at = request.from().at();
        for (Point bend : request.bends()) {
            points.add(new Point(at.x(), bend.y()));
            points.add(bend);
            at = bend;
        }
        Point to = request.to().at();
        points.add(request.to().side().isUpright() ? new Point(to.x(), at.y()) : new Point(at.x(), to.y()));
        points.add(to);
        return points;
    }

    private List<Point> around(Request request) {
        Point from = request.from().at();
        Point to = request.to().at();
        if (!request.from().side().isUpright() && !request.to().side().isUpright() && from.y() == to.y()
                && request.from().side() != request.to().side()
                && (to.x() - from.x()) * request.from().side().dx() >= 0) {
            return List.of(from, to);
        }
        Point out = from.plus(STUB * request.from().side().dx(), STUB * request.from().side().dy());
        Point in = to.plus(STUB * request.to().side().dx(), STUB * request.to().side().dy());
        List<Point> way = Detour.find(out, in, obstacles);
        var points = new ArrayList<Point>();
        points.add(from);
        points.addAll(way.isEmpty() ? List.of(out, new Point(in.x(), out.y()), in) : way);
        points.add(to);
        return points;
    }

    /// Moves the last upright part of a cable aside where it would lie on an upright part of another one. A port is wide
    /// enough for that.
    private List<List<Point>> apart(List<List<Point>> routes) {
        var uprights = new Uprights();
        for (int i = 0; i < routes.size(); i++) {
            uprights.add(routes.get(i), 0, i);
        }
        var result = new ArrayList<List<Point>>();
        for (int i = 0; i < routes.size(); i++) {
            List<Point> route = routes.get(i);
            int n = route.size();
            if (n < 4 || route.get(n - 1).x() != route.get(n - 2).x()
                    || uprights.isApart(route.get(n - 1).x(), route.get(n - 2).y(), route.get(n - 1).y(), i)) {
                result.add(route);
                continue;
            }
            List<Point> moved = route;
            for (double aside : new double[]{8, -8, 4, -4}) {
                double x = route.get(n - 1).x() + aside;
                if (uprights.isApart(x, route.get(n - 2).y(), route.get(n - 1).y(), i)) {
                    moved = new ArrayList<>(route);
                    moved.set(n - 1, new Point(x, route.get(n - 1).y()));
                    moved.set(n - 2, new Point(x, route.get(n - 2).y()));
                    uprights.add(moved, n - 2, i);
                    break;
                }
            }
            result.add(moved);
        }
        return result;
    }

    /// The upright parts of cables, looked up by their x.
    private static final class Uprights {
        private static final double COLUMN = 16;

        private final Map<Integer, List<Upright>> byColumn = new HashMap<>();

        private record Upright(double x, double top, double bottom, int cable) {}

        void add(double x, double y1, double y2, int cable) {
            byColumn.computeIfAbsent((int) Math.floor(x / COLUMN), _ -> new ArrayList<>())
                    .add(new Upright(x, Math.min(y1, y2), Math.max(y1, y2), cable));
        }

        void add(List<Point> route, int from, int cable) {
            for (int p = from; p + 1 < route.size(); p++) {
                if (route.get(p).x() == route.get(p + 1).x()) {
                    add(route.get(p).x(), route.get(p).y(), route.get(p + 1).y(), cable);
                }
            }
        }

        boolean isApart(double x, double y1, double y2) {
            return isApart(x, y1, y2, -1);
        }

        /// Whether no other cable runs beside here too near.
        boolean isApart(double x, double y1, double y2, int cable) {
            double top = Math.min(y1, y2);
            double bottom = Math.max(y1, y2);
            int column = (int) Math.floor(x / COLUMN);
            for (int c = column - 1; c <= column + 1; c++) {
                for (Upright upright : byColumn.getOrDefault(c, List.of())) {
                    if (upright.cable() != cable && Math.abs(upright.x() - x) < APART && upright.top() < bottom
                            && upright.bottom() > top) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /// Without points that lie on their neighbours or on the way between them.
    static List<Point> simplified(List<Point> points) {
        var kept = new ArrayList<Point>();
        for (Point point : points) {
            if (!kept.isEmpty() && kept.getLast().equals(point)) {
                continue;
            }
            if (kept.size() > 1) {
                Point a = kept.get(kept.size() - 2);
                Point b = kept.getLast();
                if (a.x() == b.x() && b.x() == point.x() || a.y() == b.y() && b.y() == point.y()) {
                    kept.removeLast();
                }
            }
            kept.add(point);
        }
        return List.copyOf(kept);
    }
}
