package io.hackhub.load.scenario;

import java.util.ArrayList;
import java.util.List;

/// How much `y` grows with `x`: the line with the least squares.
final class Slope {

    private record Point(double x, double y) {}

    private final List<Point> points = new ArrayList<>();

    void add(double x, double y) {
        points.add(new Point(x, y));
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    double value() {
        double x = points.stream().mapToDouble(Point::x).average().orElse(0);
        double y = points.stream().mapToDouble(Point::y).average().orElse(0);
        double both =
                points.stream().mapToDouble(it -> (it.x() - x) * (it.y() - y)).sum();
        return both
                / points.stream().mapToDouble(it -> (it.x() - x) * (it.x() - x)).sum();
    }
}
