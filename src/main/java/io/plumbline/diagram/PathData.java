package io.plumbline.diagram;

import java.util.Arrays;

/// The outline of an icon or a severity shape, in the notation of SVG paths, read once into straight and cubic pieces so
/// that no painter has to parse while it draws.
///
/// Holds what our icons use: `M L H V C Q A Z` and their relative forms.
public final class PathData {
    /// Receives the pieces in order.
    public interface Pen {
        void moveTo(double x, double y);

        void lineTo(double x, double y);

        void curveTo(double x1, double y1, double x2, double y2, double x, double y);

        void close();
    }

    private final String svg;
    private final byte[] commands;
    private final double[] coordinates;

    private PathData(String svg, byte[] commands, double[] coordinates) {
        this.svg = svg;
        this.commands = commands;
        this.coordinates = coordinates;
    }

    public static PathData of(String svg) {
        return new Parser(svg).parse();
    }

    /// The notation it was read from.
    public String svg() {
        return svg;
    }

    public void draw(Pen pen) {
        int at = 0;
        for (byte command : commands) {
            switch (command) {
                case 'M' -> pen.moveTo(coordinates[at], coordinates[at + 1]);
                case 'L' -> pen.lineTo(coordinates[at], coordinates[at + 1]);
                case 'C' -> pen.curveTo(coordinates[at], coordinates[at + 1], coordinates[at + 2],
                        coordinates[at + 3], coordinates[at + 4], coordinates[at + 5]);
                default -> pen.close();
            }
            at += length(command);
        }
    }

    /// The box around all points, control points included.
    public Bounds bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < coordinates.length; i += 2) {
            left = Math.min(left, coordinates[i]);
            right = Math.max(right, coordinates[i]);
            top = Math.min(top, coordinates[i + 1]);
            bottom = Math.max(bottom, coordinates[i + 1]);
        }
        return new Bounds(left, top, right - left, bottom - top);
    }

    private static int length(byte command) {
        return switch (command) {
            case 'M', 'L' -> 2;
            case 'C' -> 6;
            default -> 0;
        };
    }

    private static final class Parser {
        private final String svg;
        private int at;
        private byte[] commands = new byte[16];
        private int commandCount;
        private double[] coordinates = new double[64];
        private int coordinateCount;
        private double x;
        private double y;
        private double startX;
        private double startY;

        Parser(String svg) {
            this.svg = svg;
        }

        PathData parse() {
            char command = ' ';
            while (skipSeparators()) {
                if (Character.isLetter(svg.charAt(at))) {
                    command = svg.charAt(at++);
                }
                apply(command);
                if (command == 'M') {
                    command = 'L';
                } else if (command == 'm') {
                    command = 'l';
                }
            }
            return new PathData(svg, Arrays.copyOf(commands, commandCount),
                    Arrays.copyOf(coordinates, coordinateCount));
        }

        private void apply(char command) {
            boolean relative = Character.isLowerCase(command);
            double fromX = relative ? x : 0;
            double fromY = relative ? y : 0;
            switch (Character.toUpperCase(command)) {
                case 'M' -> {
                    add('M', fromX + number(), fromY + number());
                    startX = x;
                    startY = y;
                }
                case 'L' -> add('L', fromX + number(), fromY + number());
                case 'H' -> add('L', fromX + number(), y);
                case 'V' -> add('L', x, fromY + number());
                case 'C' -> add('C', fromX + number(), fromY + number(), fromX + number(), fromY + number(),
                        fromX + number(), fromY + number());
                case 'Q' -> quadratic(fromX + number(), fromY + number(), fromX + number(), fromY + number());
                case 'A' -> arc(number(), number(), number(), number() != 0, number() != 0, fromX + number(),
                        fromY + number());
                case 'Z' -> {
                    add('Z');
                    x = startX;
                    y = startY;
                }
                default -> throw new IllegalArgumentException("Path command " + command + " in " + svg);
            }
        }

        private void quadratic(double cx, double cy, double endX, double endY) {
            add('C', x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3, endX + 2 * (cx - endX) / 3,
                    endY + 2 * (cy - endY) / 3, endX, endY);
        }

        /// From the end points to the centre, then one cubic per quarter turn (SVG 1.1, appendix F.6).
        private void arc(double rx, double ry, double turn, boolean large, boolean sweep, double endX, double endY) {
            if (turn != 0) {
                throw new IllegalArgumentException("Turned ellipse in " + svg);
            }
            double halfX = (x - endX) / 2;
            double halfY = (y - endY) / 2;
            double excess = halfX * halfX / (rx * rx) + halfY * halfY / (ry * ry);
            double grow = Math.sqrt(Math.max(1, excess));
            double a = rx * grow;
            double b = ry * grow;
            double rest = a * a * b * b - a * a * halfY * halfY - b * b * halfX * halfX;
            double factor = Math.sqrt(Math.max(0, rest) / (a * a * halfY * halfY + b * b * halfX * halfX));
            double sign = large == sweep ? -1 : 1;
            double offX = sign * factor * a * halfY / b;
            double offY = -sign * factor * b * halfX / a;
            double centreX = offX + (x + endX) / 2;
            double centreY = offY + (y + endY) / 2;
            double from = Math.atan2((y - centreY) / b, (x - centreX) / a);
            double sweepAngle = Math.atan2((endY - centreY) / b, (endX - centreX) / a) - from;
            if (sweep && sweepAngle < 0) {
                sweepAngle += 2 * Math.PI;
            } else if (!sweep && sweepAngle > 0) {
                sweepAngle -= 2 * Math.PI;
            }
            int quarters = (int) Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9);
            double step = sweepAngle / quarters;
            double handle = 4.0 / 3 * Math.tan(step / 4);
            for (int i = 0; i < quarters; i++) {
                double start = from + i * step;
                double end = start + step;
                boolean last = i == quarters - 1;
                double toX = last ? endX : centreX + a * Math.cos(end);
                double toY = last ? endY : centreY + b * Math.sin(end);
                add('C', x - handle * a * Math.sin(start), y + handle * b * Math.cos(start),
                        toX + handle * a * Math.sin(end), toY - handle * b * Math.cos(end), toX, toY);
            }
        }

        private void add(char command, double... numbers) {
            if (commandCount == commands.length) {
                commands = Arrays.copyOf(commands, 2 * commandCount);
            }
            commands[commandCount++] = (byte) command;
            if (coordinateCount + numbers.length > coordinates.length) {
                coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
            }
            System.arraycopy(numbers, 0, coordinates, coordinateCount, numbers.length);
            coordinateCount += numbers.length;
            if (numbers.length > 0) {
                x = numbers[numbers.length - 2];
                y = numbers[numbers.length - 1];
            }
        }

        private double number() {
            skipSeparators();
            int start = at;
            if (at < svg.length() && (svg.charAt(at) == '-' || svg.charAt(at) == '+')) {
                at++;
            }
            boolean point = false;
            while (at < svg.length() && (Character.isDigit(svg.charAt(at)) || svg.charAt(at) == '.' && !point)) {
                point |= svg.charAt(at) == '.';
                at++;
            }
            return Double.parseDouble(svg.substring(start, at));
        }

        private boolean skipSeparators() {
            while (at < svg.length() && (svg.charAt(at) == ' ' || svg.charAt(at) == ',')) {
                at++;
            }
            return at < svg.length();
        }
    }
}
