package io.plumbline.diagram;

import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where elements stand that nobody placed: racks in rows, and in each rack the hosts above the switches that they hang
/// on; routers and load balancers below all. One walk, no iteration, and no element that has a place is ever moved.
final class Placement {
    private static final double LEFT = 28;
    private static final double TOP = 76;
    private static final double HOST_GAP = 56;
    private static final double GROUP_GAP = 96;
    private static final double RACK_GAP = 120;
    private static final double DEVICE_GAP = 44;
    private static final double TIER = 54;
    private static final double NLB_ABOVE = 46;
    private static final double NLB_GAP = 24;
    private static final double LINKS_GAP = 88;
    private static final double ASPECT = 1.6;
    private static final double RACKS_ASPECT = 1.2;
    private static final int MOST_IN_ONE_ROW = 2;

    /// What a row of hosts keeps from the cables above it.
    private static final double HOST_HEADROOM = 12;

    private final Contents contents;
    private final Map<Id, Drawing> drawings;
    private final Map<Id, Point> placed = new TreeMap<>();
    private final Set<Id> missing = new HashSet<>();

    private Placement(Contents contents, Map<Id, Drawing> drawings, Map<Id, Place> given) {
        this.contents = contents;
        this.drawings = drawings;
        for (Id id : drawings.keySet()) {
            Place place = given.get(id);
            if (place == null) {
                missing.add(id);
            } else {
                placed.put(id, new Point(place.x(), place.y()));
            }
        }
    }

    /// A place for every drawing: the given one, or an automatic one below all that is given.
    static Map<Id, Point> of(Contents contents, Map<Id, Drawing> drawings, Map<Id, Place> given) {
        var placement = new Placement(contents, drawings, given);
        if (!placement.missing.isEmpty()) {
            placement.placeMissing();
        }
        return placement.placed;
    }

    /// Switches that are cabled with each other or act as one, the hosts that hang on them, and the devices that lead
    /// nowhere else.
    private record Rack(List<Host> hosts, List<Switch> switches, List<Drawing> below) {}

    private record Laid(Map<Id, Point> at, double width, double height) {}

    private void placeMissing() {
        double left = LEFT;
        double top = TOP;
        if (!placed.isEmpty()) {
            left = placed.values().stream().mapToDouble(Point::x).min().orElse(LEFT);
            top = placed.entrySet().stream()
                    .mapToDouble(entry -> entry.getValue().y() + drawings.get(entry.getKey()).height()).max()
                    .orElse(0) + RACK_GAP;
            top = Math.ceil(top / 8) * 8;
        }
        List<Rack> racks = racks();
        List<Laid> laid = racks.stream().map(this::lay).toList();
        double widest = widest(laid);
        double x = left;
        double y = top;
        double rowHeight = 0;
        double right = left;
        for (Laid rack : laid) {
            if (x > left && x + rack.width() > left + widest + 1) {
                x = left;
                y += rowHeight + RACK_GAP;
                rowHeight = 0;
            }
            double dx = x;
            double dy = y;
            rack.at().forEach((id, point) -> placed.put(id, point.plus(dx, dy)));
            x += rack.width() + RACK_GAP;
            right = Math.max(right, x - RACK_GAP);
            rowHeight = Math.max(rowHeight, rack.height());
        }
        placeBelow(left, Math.max(right, left + 472), laid.isEmpty() ? top : y + rowHeight + TIER);
        placeNlbClusters();
    }

    /// How wide the rows of racks may be, so that the whole is neither a ribbon nor a tower.
    private static double widest(List<Laid> racks) {
        double best = racks.stream().mapToDouble(Laid::width).max().orElse(0);
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int perRow = 1; perRow <= racks.size(); perRow++) {
            double width = 0;
            double height = 0;
            for (int first = 0; first < racks.size(); first += perRow) {
                List<Laid> row = racks.subList(first, Math.min(racks.size(), first + perRow));
                width = Math.max(width, row.stream().mapToDouble(rack -> rack.width() + RACK_GAP).sum() - RACK_GAP);
                height += row.stream().mapToDouble(Laid::height).max().orElse(0) + RACK_GAP;
            }
            double distance = Math.abs(Math.log(width / Math.max(1, height) / RACKS_ASPECT));
            if (distance < bestDistance) {
                best = width;
                bestDistance = distance;
            }
        }
        return best;
    }

    private List<Rack> racks() {
        List<Switch> switches = contents.design().all(Switch.class).filter(unit -> missing.contains(unit.id()))
                .sorted(ByName.ORDER).toList();
        List<Host> hosts = contents.design().all(Host.class).filter(host -> missing.contains(host.id()))
                .sorted(ByName.ORDER).toList();
        Map<Id, Id> rackBySwitch = rackBySwitch(switches);
        var byRack = new LinkedHashMap<Id, Rack>();
        Function<Id, Rack> rack = id -> byRack.computeIfAbsent(id,
                _ -> new Rack(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        for (Switch unit : switches) {
            if (rackBySwitch.containsKey(unit.id())) {
                rack.apply(rackBySwitch.get(unit.id())).switches().add(unit);
            }
        }
        var homeless = new ArrayList<Host>();
        var rackByCluster = new HashMap<Id, Id>();
        for (Host host : hosts) {
            Optional<Id> home = mostOften(switchesOf(host).stream().map(rackBySwitch::get)
                    .filter(byRack::containsKey).toList());
            if (home.isPresent()) {
                rack.apply(home.get()).hosts().add(host);
                host.failoverCluster().find().ifPresent(id -> rackByCluster.putIfAbsent(id, home.get()));
            } else {
                homeless.add(host);
            }
        }
        for (Host host : homeless) {
            Id home = host.failoverCluster().find().map(rackByCluster::get)
                    .orElseGet(() -> byRack.keySet().stream().findFirst().orElse(host.id()));
            rack.apply(home).hosts().add(host);
            rackByCluster.putIfAbsent(host.failoverCluster().orElse(host.id()), home);
        }
        byRack.values().forEach(known -> known.hosts().sort(ByName.ORDER));
        if (byRack.size() > 1) {
            addBelow(byRack, rackBySwitch);
        }
        return List.copyOf(byRack.values());
    }

    /// Gives a device to the one rack that all its cables lead to.
    private void addBelow(Map<Id, Rack> byRack, Map<Id, Id> rackBySwitch) {
        for (Drawing drawing : drawings.values()) {
            if (!missing.contains(drawing.id()) || !(drawing instanceof DeviceCard)) {
                continue;
            }
            List<Id> homes = contents.deviceCables(drawing.id()).stream()
                    .map(cable -> contents.isDrawnAs(cable.endA(), drawing.id()) ? cable.endB() : cable.endA())
                    .map(end -> contents.containerOf(end).map(rackBySwitch::get).orElse(drawing.id())).distinct()
                    .toList();
            if (homes.size() == 1 && byRack.containsKey(homes.getFirst())) {
                byRack.get(homes.getFirst()).below().add(drawing);
            }
        }
    }

    /// Switches of one rack share an id. A switch that only leads on to other switches belongs to no rack.
    private Map<Id, Id> rackBySwitch(List<Switch> switches) {
        var parent = new HashMap<Id, Id>();
        Id loose = null;
        for (Switch unit : switches) {
            Set<Id> neighbours = neighbours(unit);
            if (hasHost(unit)) {
                parent.put(unit.id(), unit.id());
            } else if (neighbours.isEmpty()) {
                loose = loose == null ? unit.id() : loose;
                parent.put(unit.id(), loose);
            }
        }
        for (Switch unit : switches) {
            if (!parent.containsKey(unit.id())) {
                continue;
            }
            for (Id other : neighbours(unit)) {
                if (parent.containsKey(other)) {
                    parent.put(root(parent, other), root(parent, unit.id()));
                }
            }
        }
        if (loose != null) {
            // Switches without a cable stand beside the others rather than in a rack of their own.
            Id any = parent.keySet().stream().filter(id -> !neighbours(id).isEmpty()).min(Comparator.naturalOrder())
                    .orElse(loose);
            parent.put(root(parent, loose), root(parent, any));
        }
        var racks = new HashMap<Id, Id>();
        parent.keySet().forEach(id -> racks.put(id, root(parent, id)));
        return racks;
    }

    private static Id root(Map<Id, Id> parent, Id id) {
        Id root = id;
        while (!parent.get(root).equals(root)) {
            root = parent.get(root);
        }
        return root;
    }

    private boolean hasHost(Switch unit) {
        return ends(unit).anyMatch(end -> contents.find(end, PhysicalNic.class).isPresent());
    }

    private Set<Id> neighbours(Id unit) {
        return neighbours(contents.design().element(unit, Switch.class));
    }

    /// The switches that are cabled with this one or act as one with it.
    private Set<Id> neighbours(Switch unit) {
        var neighbours = new HashSet<Id>();
        ends(unit).flatMap(end -> contents.find(end, SwitchPort.class).stream())
                .map(SwitchPort::onSwitch).filter(id -> !id.equals(unit.id())).forEach(neighbours::add);
        contents.groupOf(unit.id()).ifPresent(group -> contents.design().all(Switch.class).map(Switch::id)
                .filter(id -> !id.equals(unit.id()) && contents.groupOf(id).filter(group::equals).isPresent())
                .forEach(neighbours::add));
        return neighbours;
    }

    /// The far ends of a switch's cables.
    private Stream<Id> ends(Switch unit) {
        return contents.portsOf(unit).stream().flatMap(port -> contents.cablesAt(port.id()).stream()
                .map(cable -> cable.endA().equals(port.id()) ? cable.endB() : cable.endA()));
    }

    private List<Id> switchesOf(Host host) {
        return contents.nicsOf(host).stream().flatMap(nic -> contents.cablesAt(nic.id()).stream()
                .map(cable -> cable.endA().equals(nic.id()) ? cable.endB() : cable.endA()))
                .flatMap(end -> contents.find(end, SwitchPort.class).stream()).map(SwitchPort::onSwitch)
                .toList();
    }

    private static Optional<Id> mostOften(List<Id> ids) {
        var counts = new TreeMap<Id, Integer>();
        ids.forEach(id -> counts.merge(id, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<Id, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).map(Map.Entry::getKey);
    }

    // --- one rack

    private Laid lay(Rack rack) {
        var at = new HashMap<Id, Point>();
        int columns = columns(rack);
        int rows = (rack.hosts().size() + columns - 1) / Math.max(1, columns);
        int passing = rack.hosts().stream().limit((long) columns * Math.max(0, rows - 1)).mapToInt(this::cables).sum();
        double gap = Math.max(HOST_GAP, Shapes.ceil4(24 + Tracks.PITCH * Math.ceil(passing / (columns + 1.0))));
        double margin = rows > 1 ? gap : 0;
        double[] columnX = new double[columns + 1];
        columnX[0] = margin;
        for (int c = 0; c < columns; c++) {
            columnX[c + 1] = columnX[c] + gap + columnWidth(rack, c, columns);
        }
        double hostsWidth = rack.hosts().isEmpty() ? 0 : columnX[columns] - gap + margin;
        double switchesWidth = switchesWidth(rack);
        double width = Math.max(hostsWidth, switchesWidth);
        double shift = Math.floor((width - hostsWidth) / 2 / 8) * 8;
        var switchX = switchX(rack, Math.floor((width - switchesWidth) / 2 / 8) * 8);
        var hostX = new HashMap<Id, Double>();
        for (int i = 0; i < rack.hosts().size(); i++) {
            hostX.put(rack.hosts().get(i).id(), columnX[i % columns] + shift);
        }
        double[] channels = channels(rack, columns, rows, hostX, switchX);
        double y = 0;
        for (int row = 0; row < rows; row++) {
            for (Host host : row(rack, row, columns)) {
                at.put(host.id(), new Point(hostX.get(host.id()), y));
            }
            y += HostPlan.HEIGHT + (row == rows - 1 && rack.switches().isEmpty() ? 0 : channels[row]);
        }
        double bottom = y;
        double switchY = y;
        rack.switches().forEach(unit -> at.put(unit.id(), new Point(switchX.get(unit.id()), switchY)));
        if (!rack.switches().isEmpty()) {
            bottom += rack.switches().stream().mapToDouble(unit -> drawings.get(unit.id()).height()).max().orElse(0);
        }
        if (!rack.below().isEmpty()) {
            double x = Math.round((width - rowWidth(rack.below(), DEVICE_GAP)) / 2 / 4) * 4;
            double top = Shapes.ceil4(bottom + TIER);
            for (Drawing drawing : rack.below()) {
                at.put(drawing.id(), new Point(x, top));
                x += drawing.width() + DEVICE_GAP;
                bottom = Math.max(bottom, top + drawing.height());
            }
        }
        return new Laid(at, width, bottom);
    }

    private static List<Host> row(Rack rack, int row, int columns) {
        return rack.hosts().subList(row * columns, Math.min(rack.hosts().size(), (row + 1) * columns));
    }

    /// How much room the cables need under each row of hosts: they are led once with more room than they can need.
    private double[] channels(Rack rack, int columns, int rows, Map<Id, Double> hostX, Map<Id, Double> switchX) {
        double ample = 4 * Routing.CLEAR + Tracks.PITCH * rack.hosts().stream().mapToInt(this::cables).sum();
        double pitch = HostPlan.HEIGHT + ample;
        var boxes = new ArrayList<Bounds>();
        var requests = new ArrayList<Routing.Request>();
        for (int i = 0; i < rack.hosts().size(); i++) {
            Host host = rack.hosts().get(i);
            Drawing drawing = drawings.get(host.id());
            double x = hostX.get(host.id());
            double y = i / columns * pitch;
            boxes.add(drawing.bounds().plus(x, y));
            drawing.sockets().forEach((nic, jack) -> contents.cablesAt(nic)
                    .forEach(
                            cable -> port(contents.farEnd(cable, nic), switchX, rows * pitch).ifPresent(port -> requests
                                    .add(new Routing.Request(jack.plus(x, y), port, List.of(), Routing.LAG_ROW,
                                            Optional.empty())))));
        }
        switchX.forEach((unit, x) -> boxes.add(drawings.get(unit).bounds().plus(x, rows * pitch)));
        var depths = new double[Math.max(1, rows)];
        Arrays.fill(depths, HostPlan.JACK_HEIGHT + Routing.CLEAR);
        for (List<Point> route : Routing.route(requests, new Obstacles(boxes))) {
            for (int p = 1; p < route.size(); p++) {
                int row = (int) Math.floor(route.get(p).y() / pitch);
                if (route.get(p).y() == route.get(p - 1).y() && row >= 0 && row < rows) {
                    depths[row] = Math.max(depths[row], route.get(p).y() - row * pitch - HostPlan.HEIGHT);
                }
            }
        }
        boolean lags = rack.switches().stream().anyMatch(unit -> contents.hasLag(unit.id()));
        for (int row = 0; row < depths.length; row++) {
            double under = row < rows - 1 ? HOST_HEADROOM
                    : SwitchPlan.OUT + (lags || rows == 1 ? Routing.LAG_ROW : 0);
            depths[row] = Shapes.ceil4(depths[row] + Routing.CLEAR + under);
        }
        return depths;
    }

    private Optional<Socket> port(Id end, Map<Id, Double> switchX, double y) {
        return contents.find(end, SwitchPort.class).filter(port -> switchX.containsKey(port.onSwitch()))
                .flatMap(port -> Optional.ofNullable(drawings.get(port.onSwitch()).sockets().get(end))
                        .map(socket -> socket.plus(switchX.get(port.onSwitch()), y)));
    }

    private long links(Switch a, Switch b) {
        return ends(a).filter(end -> contents.containerOf(end).filter(b.id()::equals).isPresent()).count();
    }

    private int cables(Host host) {
        return contents.nicsOf(host).stream().mapToInt(nic -> contents.cablesAt(nic.id()).size()).sum();
    }

    private int columns(Rack rack) {
        int n = rack.hosts().size();
        if (n <= MOST_IN_ONE_ROW) {
            return Math.max(1, n);
        }
        double hostWidth = rack.hosts().stream().mapToDouble(host -> drawings.get(host.id()).width()).average()
                .orElse(0) + HOST_GAP;
        double cables = rack.hosts().stream().mapToInt(this::cables).sum();
        int best = 1;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int columns = 2; columns <= n; columns++) {
            double rows = Math.ceil(n / (double) columns);
            double corridors = rows > 1 ? Tracks.PITCH * cables * (rows - 1) / rows : 0;
            double width = columns * hostWidth + corridors;
            double height = rows * (HostPlan.HEIGHT + 110) + Tracks.PITCH * cables / 2 + 220;
            double distance = Math.abs(Math.log(width / height / ASPECT));
            if (distance < bestDistance) {
                best = columns;
                bestDistance = distance;
            }
        }
        return best;
    }

    private double columnWidth(Rack rack, int column, int columns) {
        double width = 0;
        for (int i = column; i < rack.hosts().size(); i += columns) {
            width = Math.max(width, drawings.get(rack.hosts().get(i).id()).width());
        }
        return width;
    }

    private double switchesWidth(Rack rack) {
        double width = 0;
        Switch before = null;
        for (Switch unit : ordered(rack)) {
            width += (before == null ? 0 : gap(before, unit)) + drawings.get(unit.id()).width();
            before = unit;
        }
        return width;
    }

    private Map<Id, Double> switchX(Rack rack, double start) {
        var xs = new HashMap<Id, Double>();
        double x = start;
        Switch before = null;
        for (Switch unit : ordered(rack)) {
            x += before == null ? 0 : gap(before, unit);
            xs.put(unit.id(), x);
            x += drawings.get(unit.id()).width();
            before = unit;
        }
        return xs;
    }

    /// Units of one stack or pair side by side.
    private List<Switch> ordered(Rack rack) {
        return rack.switches().stream().sorted(Comparator
                .comparing((Switch unit) -> contents.groupOf(unit.id()).map(Id::text).orElse(""))
                .thenComparing(ByName.ORDER)).toList();
    }

    private double gap(Switch a, Switch b) {
        boolean together = contents.groupOf(a.id()).equals(contents.groupOf(b.id()));
        return !together ? GROUP_GAP : links(a, b) > 1 ? LINKS_GAP : HOST_GAP;
    }

    // --- what stands below and above the racks

    /// Switches that only lead on, then routers with what else stands beside them.
    private void placeBelow(double left, double right, double top) {
        double centre = (left + right) / 2;
        List<Drawing> core = rest(SwitchCard.class);
        double y = top;
        if (!core.isEmpty()) {
            placeRow(core, centre - rowWidth(core, GROUP_GAP) / 2, y, GROUP_GAP);
            y += core.stream().mapToDouble(Drawing::height).max().orElse(0) + TIER;
        }
        y = Shapes.ceil4(y);
        List<Drawing> devices = rest(DeviceCard.class).stream()
                .filter(drawing -> !(isLoadBalancer(drawing.id()))).toList();
        List<Drawing> balancers = rest(DeviceCard.class).stream().filter(drawing -> isLoadBalancer(drawing.id()))
                .toList();
        double devicesLeft = centre - rowWidth(devices, DEVICE_GAP) / 2;
        double balancersWidth = rowWidth(balancers, DEVICE_GAP);
        if (!balancers.isEmpty()) {
            double balancersLeft = Math.min(left, devicesLeft - DEVICE_GAP - balancersWidth);
            placeRow(balancers, balancersLeft, y, DEVICE_GAP);
        }
        double x = placeRow(devices, devicesLeft, y, DEVICE_GAP);
        var remarks = new ArrayList<Drawing>(rest(NoteCard.class));
        remarks.addAll(rest(LabelCard.class));
        x = placeRow(remarks, devices.isEmpty() ? centre : x, y, DEVICE_GAP);
        placeRow(rest(FrameCard.class), x, y, DEVICE_GAP);
    }

    private boolean isLoadBalancer(Id id) {
        return contents.find(id, HardwareLoadBalancer.class).isPresent();
    }

    private List<Drawing> rest(Class<? extends Drawing> type) {
        return drawings.values().stream().filter(type::isInstance).filter(drawing -> !placed.containsKey(drawing.id()))
                .sorted(Comparator.comparing(drawing -> contents.design().element(drawing.id()), ByName.ORDER))
                .toList();
    }

    private static double rowWidth(Collection<Drawing> row, double gap) {
        return row.stream().mapToDouble(drawing -> drawing.width() + gap).sum() - (row.isEmpty() ? 0 : gap);
    }

    /// Places a row and tells where the next thing may stand.
    private double placeRow(List<Drawing> row, double left, double y, double gap) {
        double x = Math.round(left / 4) * 4;
        for (Drawing drawing : row) {
            placed.put(drawing.id(), new Point(x, y));
            x += drawing.width() + gap;
        }
        return x;
    }

    /// Above the hosts of their members; those with the same hosts in a row, or in several where it is too long.
    private void placeNlbClusters() {
        var byHosts = new LinkedHashMap<List<Id>, List<Drawing>>();
        for (Drawing badge : rest(NlbBadge.class)) {
            NlbCluster cluster = contents.design().element(badge.id(), NlbCluster.class);
            List<Id> hosts = contents.hostsOf(cluster).stream().filter(placed::containsKey).toList();
            byHosts.computeIfAbsent(hosts, _ -> new ArrayList<>()).add(badge);
        }
        byHosts.forEach((ids, badges) -> {
            List<Bounds> hosts = ids.stream().map(this::bounds).toList();
            Bounds all = hosts.stream().reduce(Bounds::union).orElseGet(this::everything);
            double y = hosts.stream().mapToDouble(Bounds::y).min().orElse(all.y()) - NLB_ABOVE;
            for (List<Drawing> row : rows(badges, all.width())) {
                double x = Math.round((all.centreX() - rowWidth(row, NLB_GAP) / 2) / 4) * 4;
                double height = row.getFirst().height();
                while (overlaps(new Bounds(x, y, rowWidth(row, NLB_GAP), height))) {
                    y -= height + 8;
                }
                placeRow(row, x, y, NLB_GAP);
                y -= height + 8;
            }
        });
    }

    private static List<List<Drawing>> rows(List<Drawing> badges, double width) {
        var rows = new ArrayList<List<Drawing>>();
        for (Drawing badge : badges) {
            if (rows.isEmpty() || rowWidth(rows.getLast(), NLB_GAP) + NLB_GAP + badge.width() > width) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(badge);
        }
        return rows;
    }

    private Bounds bounds(Id id) {
        Point at = placed.get(id);
        return new Bounds(at.x(), at.y(), drawings.get(id).width(), drawings.get(id).height());
    }

    private Bounds everything() {
        return placed.keySet().stream().map(this::bounds).reduce(Bounds::union).orElse(new Bounds(LEFT, TOP, 472, 0));
    }

    private boolean overlaps(Bounds wanted) {
        return placed.keySet().stream().map(this::bounds).anyMatch(other -> other.overlaps(wanted));
    }
}
