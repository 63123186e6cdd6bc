package io.plumbline.diagram;

/// Where a cable may be plugged in, and which way it leaves.
public record Socket(Point at, Side side) {
    public enum Side {
        NORTH(0, -1), EAST(1, 0), SOUTH(0, 1), WEST(-1, 0);

        private final int dx;
        private final int dy;

        Side(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        /// Which way a cable leaves, as a step of one pixel.
        public int dx() {
            return dx;
        }

        public int dy() {
            return dy;
        }

        public boolean isUpright() {
            return dx == 0;
        }
    }

    public Socket plus(double dx, double dy) {
        return new Socket(at.plus(dx, dy), side);
    }
}
