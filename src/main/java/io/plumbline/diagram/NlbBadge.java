package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.box;
import static io.plumbline.diagram.Shapes.centred;
import static io.plumbline.diagram.Shapes.filled;
import static io.plumbline.diagram.Shapes.icon;
import static io.plumbline.diagram.Shapes.text;

import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import java.util.ArrayList;
import java.util.List;

/// The name, address and mode of an NLB cluster in a dashed box: it is no device, only a membership.
final class NlbBadge extends Drawing {
    private static final double HEIGHT = 36;
    private static final double LEAST_WIDTH = 216;
    private static final double GAP = 2;

    private final NlbCluster cluster;
    private final String fact;
    private final String mode;

    NlbBadge(NlbCluster cluster) {
        this(cluster, cluster.primaryVip().find().map(vip -> Words.of("nlb.vip", vip.toString())).orElse(""),
                cluster.mode().isUnknown() ? "" : cluster.mode().orElse(NlbMode.UNICAST).display());
    }

    private NlbBadge(NlbCluster cluster, String fact, String mode) {
        super(cluster.id(), width(cluster.name(), fact, mode), HEIGHT);
        this.cluster = cluster;
        this.fact = fact;
        this.mode = mode;
    }

    private static double width(String name, String fact, String mode) {
        double text = Math.min(280, Math.max(Face.SEMI_BOLD.widest(name, 12, Level.READ_FROM),
                Face.FIGURES.widest(fact, 10, Level.FULL_FROM)));
        return Math.max(LEAST_WIDTH, Shapes.ceil4(34 + text + GAP + tagWidth(mode) + 10));
    }

    private static double tagWidth(String mode) {
        return mode.isEmpty() ? 0 : Math.ceil(Face.SEMI_BOLD.widest(mode, 10.5, Level.READ_FROM)) + 8;
    }

    @Override
    List<Figure> full() {
        double middle = HEIGHT / 2;
        double tag = tagWidth(mode);
        double room = width() - 34 - GAP - tag - 10;
        var shapes = body();
        shapes.addAll(icon("nlb", 10, middle - 8, 16, Token.K3));
        shapes.add(text(cluster.name(), 34, middle + (fact.isEmpty() ? 4 : -2), Face.SEMI_BOLD, 12, room,
                Token.INK_1));
        shapes.add(text(fact, 34, middle + 11.5, Face.FIGURES, 10, room, Token.INK_2));
        if (tag > 0) {
            shapes.add(filled(width() - 10 - tag, middle - 9, tag, 18, 4, Token.K3));
            shapes.add(centred(mode, width() - 10 - tag / 2, middle + 3.8, Face.SEMI_BOLD, 10.5, tag - 2,
                    Token.PANEL));
        }
        return List.of(figure(shapes));
    }

    private List<Shape> body() {
        var shapes = new ArrayList<Shape>();
        shapes.add(box(bounds(), 8, Ink.of(Token.PANEL), Stroke.NONE));
        shapes.add(box(bounds(), 8, Ink.of(Token.K3, Fade.MEMBERSHIP), Stroke.of(Token.K3, 1.5, Dash.MEMBERSHIP)));
        return shapes;
    }

    @Override
    List<Figure> compact() {
        var shapes = body();
        String label = mode.isEmpty() ? cluster.name() : Words.of("nlb.mode", cluster.name(), mode);
        shapes.add(centred(label, width() / 2, HEIGHT / 2 + 6, Face.SEMI_BOLD, 18, width() - 16, Token.K3));
        return List.of(figure(shapes));
    }

    @Override
    List<Figure> overview() {
        return List.of(figure(body()));
    }

    private Figure figure(List<Shape> shapes) {
        return new Figure(id(), Layer.NODE, bounds(), 8, shapes);
    }
}
