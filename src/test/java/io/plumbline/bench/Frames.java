package io.plumbline.bench;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Brush;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Viewport;
import io.plumbline.edit.Edit;
import io.plumbline.model.Design;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.workbench.State;
import io.plumbline.workbench.Workbench;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/// Frames of the drawing: the interval between two pulses while the view changes at every one, beside a canvas that is
/// cleared and filled with as many plain rectangles as figures are seen.
///
/// A program of its own, because pulses have to come as fast as they can and a display is needed: see [Screen].
final class Frames {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int ROUNDS = 4;
    private static final int FRAMES = 150;
    private static final long PICTURES_NANOS = 6_000_000_000L;
    private static final int FEWEST_PICTURES = 11;

    static final String FLOOR = "a canvas with as many rectangles";

    private final Stage stage;
    private final State state;
    private final Picture picture;

    private Frames(Stage stage, State state, Picture picture) {
        this.stage = stage;
        this.state = state;
        this.picture = picture;
    }

    /// Something on the screen that can show another part of the drawing.
    private record Shown(Parent root, IntFunction<Runnable> frame) {}

    /// With the number of hosts: all figures. With a contender and the number of figures besides: the first picture that
    /// this process shows, in nanoseconds.
    public static void main(String[] args) throws Exception {
        var design = Estate.of(Integer.parseInt(args[0]));
        var workbench = new Workbench(Clock.systemUTC(), Runnable::run, Runnable::run);
        workbench.open(design, Optional.empty());
        var started = new CompletableFuture<Stage>();
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new Pane(), WIDTH, HEIGHT));
            stage.show();
            started.complete(stage);
        });
        var stage = started.get();
        if (args.length > 1) {
            int figures = Integer.parseInt(args[2]);
            var frames = new Frames(stage, workbench.now(), null);
            System.out.println(frames.untilShown(args[1].equals("plumbline") ? frames::wholeDrawing
                    : () -> rectangles(figures)));
            System.exit(0);
        }
        System.out.println(heap(stage, workbench.now(), figures(design)));
        var frames = new Frames(stage, workbench.now(), Picture.of(design));
        System.out.println(frames.firstPicture().line());
        System.out.println(frames.race("pan at 100 %", frames::panned).line());
        System.out.println(frames.race("pan, everything in view", frames::pannedAsAWhole).line());
        System.out.println(frames.race("zoom", frames::zoomed).line());
        System.out.println(frames.drag(workbench).line());
        System.exit(0);
    }

    /// What a picture of the whole design shows.
    static int figures(Design design) {
        var picture = Picture.of(design);
        return figures(picture, whole(picture));
    }

    // --- what the view does, 150 frames long

    private Viewport panned(int frame) {
        return middle().panned(-8 * pendulum(frame), -2 * pendulum(frame));
    }

    private Viewport pannedAsAWhole(int frame) {
        return whole().panned(pendulum(frame), 0);
    }

    private Viewport zoomed(int frame) {
        return middle().zoomed(0.2 * Math.pow(2, pendulum(frame) / 20.0), WIDTH / 2.0, HEIGHT / 2.0);
    }

    /// 0 to 75 and back.
    private static int pendulum(int frame) {
        return Math.abs((frame + FRAMES / 2) % FRAMES - FRAMES / 2);
    }

    private Viewport middle() {
        var centre = picture.bounds().centre();
        return new Viewport(centre.x() - WIDTH / 2.0, centre.y() - HEIGHT / 2.0, 1, WIDTH, HEIGHT);
    }

    private Viewport whole() {
        return whole(picture);
    }

    private static Viewport whole(Picture picture) {
        return Viewport.fitting(picture.bounds(), WIDTH, HEIGHT, 24);
    }

    // --- contenders

    private Shown drawing(IntFunction<Viewport> motion) {
        var canvas = new DesignCanvas(new Spectator());
        canvas.show(state);
        return new Shown(canvas, frame -> () -> canvas.show(motion.apply(frame)));
    }

    /// As the window shows a design that was opened: all of it.
    private Shown wholeDrawing() {
        var canvas = new DesignCanvas(new Spectator());
        canvas.resize(WIDTH, HEIGHT);
        return new Shown(canvas, _ -> () -> canvas.show(state));
    }

    private static Shown rectangles(int figures) {
        var canvas = new Canvas(WIDTH, HEIGHT);
        return new Shown(new Pane(canvas), frame -> () -> fill(canvas.getGraphicsContext2D(), figures, frame));
    }

    /// Wishes for nothing.
    private record Spectator() implements DesignCanvas.Wishes {
        @Override
        public void perform(Edit edit) {}

        @Override
        public void perform(Edit edit, List<Id> selection) {}

        @Override
        public void select(List<Id> ids) {}

        @Override
        public void refuse(String why) {}

        @Override
        public void menu(double screenX, double screenY) {}

        @Override
        public void inspect() {}

        @Override
        public void add(double screenX, double screenY) {}
    }

    private Shown floor(IntFunction<Viewport> motion) {
        var canvas = new Canvas(WIDTH, HEIGHT);
        var counts = new int[FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            counts[frame] = figures(picture, motion.apply(frame));
        }
        return new Shown(new Pane(canvas),
                frame -> () -> fill(canvas.getGraphicsContext2D(), counts[frame], frame));
    }

    private static int figures(Picture picture, Viewport view) {
        var seen = new int[1];
        picture.paint(Level.at(view.zoom()), view.area(), Set.of(), new Brush() {
            @Override
            public void figure(Id id, List<Shape> shapes, double dx, double dy) {
                seen[0]++;
            }

            @Override
            public void pin(Id id, List<Shape> shapes, Point at) {
                seen[0]++;
            }
        });
        return seen[0];
    }

    private static void fill(GraphicsContext graphics, int count, int shift) {
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        graphics.setFill(Color.STEELBLUE);
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(count * 16.0 / 9)));
        double pitch = (double) WIDTH / columns;
        for (int i = 0; i < count; i++) {
            graphics.fillRect(Math.rint(i % columns * pitch) + shift % 3, Math.rint(i / columns * pitch),
                    Math.min(120, Math.max(1, pitch - 2)), Math.min(40, Math.max(1, pitch / 3)));
        }
    }

    // --- clocks

    private Race race(String figure, IntFunction<Viewport> motion) throws Exception {
        return race(figure + ": a frame", onStage(() -> drawing(motion)), onStage(() -> floor(motion)));
    }

    private Race race(String figure, Shown ours, Shown floor) throws Exception {
        var our = LongStream.builder();
        var its = LongStream.builder();
        for (int round = 0; round <= ROUNDS; round++) {
            var ourFrames = intervals(ours);
            var itsFrames = intervals(floor);
            if (round > 0) {
                Arrays.stream(ourFrames).forEach(our);
                Arrays.stream(itsFrames).forEach(its);
            }
        }
        return Race.of(figure, our.build().toArray(), FLOOR, its.build().toArray());
    }

    /// A host follows the pointer at 100 %; the floor draws all of its rectangles anew.
    private Race drag(Workbench workbench) throws Exception {
        var spot = picture.places().entrySet().stream().filter(
                place -> picture.design().find(place.getKey()).filter(Host.class::isInstance).isPresent())
                .map(place -> picture.boxOf(place.getKey()).orElseThrow())
                .min(Comparator.comparingDouble(box -> box.centre().distanceTo(picture.bounds().centre())))
                .orElseThrow();
        var view = new Viewport(spot.x() - WIDTH / 3.0, spot.y() - HEIGHT / 3.0, 1, WIDTH, HEIGHT);
        var held = view.toScreen(new Point(spot.x() + 6, spot.y() + 6));
        var host = picture.at(new Point(spot.x() + 6, spot.y() + 6), 1).getFirst();
        workbench.select(List.of(host));
        var selected = workbench.now();
        var ours = onStage(() -> {
            var canvas = new DesignCanvas(new Spectator());
            canvas.show(selected);
            return new Shown(canvas, frame -> () -> {
                if (frame == 0) {
                    canvas.show(view);
                    canvas.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, held, 0));
                }
                canvas.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, held, 8 + 3 * pendulum(frame)));
            });
        });
        return race("drag of a host: a frame", ours, onStage(() -> floor(_ -> view)));
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Point at, double moved) {
        double x = at.x() + moved;
        double y = at.y() + moved / 2;
        return new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false,
                false, false, false, null);
    }

    private long[] intervals(Shown shown) throws Exception {
        var intervals = new CompletableFuture<long[]>();
        Platform.runLater(() -> {
            stage.getScene().setRoot(shown.root());
            var at = new long[FRAMES];
            new AnimationTimer() {
                private int frame;

                @Override
                public void handle(long now) {
                    if (frame == FRAMES) {
                        stop();
                        var between = new long[FRAMES - 1];
                        Arrays.setAll(between, i -> at[i + 1] - at[i]);
                        intervals.complete(between);
                        return;
                    }
                    at[frame] = System.nanoTime();
                    shown.frame().apply(frame).run();
                    frame++;
                }
            }.start();
        });
        return intervals.get();
    }

    /// From a checked design in memory to the second pulse after it was drawn: by then it is on the screen.
    private Race firstPicture() throws Exception {
        int figures = figures(picture, whole());
        var our = LongStream.builder();
        var its = LongStream.builder();
        int round = 0;
        for (long start = System.nanoTime(); System.nanoTime() - start < PICTURES_NANOS; round++) {
            untilShown(this::wholeDrawing);
            untilShown(() -> rectangles(figures));
        }
        for (round = 0; round < FEWEST_PICTURES; round++) {
            our.add(untilShown(this::wholeDrawing));
            its.add(untilShown(() -> rectangles(figures)));
        }
        return Race.of("first picture, everything in view", our.build().toArray(), FLOOR, its.build().toArray());
    }

    /// What is kept in memory while everything is in view: design, report and drawing, beside design, report and floor.
    private static String heap(Stage stage, State state, int figures) throws Exception {
        var frames = new Frames(stage, state, null);
        frames.untilShown(() -> rectangles(figures));
        double floor = used();
        frames.untilShown(frames::wholeDrawing);
        double ours = used();
        return Race.line("heap, everything in view", "%.1f MB".formatted(ours / 1e6), "", FLOOR,
                "%.1f MB".formatted(floor / 1e6), ours / floor);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private long untilShown(Supplier<Shown> making) throws Exception {
        // What the one before left behind is not the next one's work.
        intervals(new Shown(new Pane(), _ -> () -> {}));
        System.gc();
        var taken = new CompletableFuture<Long>();
        Platform.runLater(() -> {
            long start = System.nanoTime();
            var shown = making.get();
            stage.getScene().setRoot(shown.root());
            shown.frame().apply(0).run();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (++pulses == 2) {
                        stop();
                        taken.complete(System.nanoTime() - start);
                    }
                }
            }.start();
        });
        return taken.get();
    }

    private static <T> T onStage(Supplier<T> made) throws Exception {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> result.complete(made.get()));
        return result.get();
    }
}
