package io.plumbline.bench;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Brush;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Viewport;
import io.plumbline.edit.Edit;
import io.plumbline.model.Id;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.workbench.State;
import io.plumbline.workbench.Workbench;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
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
    private static final int PICTURES = 7;

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

    public static void main(String[] args) throws Exception {
        var design = Estate.of(Integer.parseInt(args[0]));
        var started = new CompletableFuture<Stage>();
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new Pane(), WIDTH, HEIGHT));
            stage.show();
            started.complete(stage);
        });
        var stage = started.get();
        var workbench = new Workbench(Clock.systemUTC(), Runnable::run, Runnable::run);
        workbench.open(design, Optional.empty());
        var frames = new Frames(stage, workbench.now(), Picture.of(design));
        System.out.println(frames.firstPicture().line());
        System.out.println(frames.race("pan at 100 %", frames::panned).line());
        System.out.println(frames.race("pan, everything in view", frames::pannedAsAWhole).line());
        System.out.println(frames.race("zoom", frames::zoomed).line());
        System.exit(0);
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
        return Viewport.fitting(picture.bounds(), WIDTH, HEIGHT, 24);
    }

    // --- contenders

    private Shown drawing(IntFunction<Viewport> motion) {
        var canvas = new DesignCanvas(new Spectator());
        canvas.show(state);
        return new Shown(canvas, frame -> () -> canvas.show(motion.apply(frame)));
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
        var ours = onStage(() -> drawing(motion));
        var floor = onStage(() -> floor(motion));
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
        return Race.of(figure + ": a frame", our.build().toArray(), "a canvas with as many rectangles",
                its.build().toArray());
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
        var our = new long[PICTURES];
        var its = new long[PICTURES];
        int figures = figures(picture, whole());
        for (int round = -1; round < PICTURES; round++) {
            long ours = untilShown(() -> drawing(_ -> whole()));
            long floor = untilShown(() -> {
                var canvas = new Canvas(WIDTH, HEIGHT);
                return new Shown(new Pane(canvas), _ -> () -> fill(canvas.getGraphicsContext2D(), figures, 0));
            });
            if (round >= 0) {
                our[round] = ours;
                its[round] = floor;
            }
        }
        return Race.of("first picture, everything in view", our, "a canvas with as many rectangles", its);
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
