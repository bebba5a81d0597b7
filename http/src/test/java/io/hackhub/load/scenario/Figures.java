package io.hackhub.load.scenario;

import io.hackhub.load.scenario.Stage.Measured;
import java.util.EnumMap;
import java.util.Map;

/// The figures of one run, while they are put together.
final class Figures {

    private final Map<Figure, Double> values = new EnumMap<>(Figure.class);

    Figures put(Figure figure, double value) {
        values.put(figure, value);
        return this;
    }

    /// The processor time that everybody took meanwhile.
    Figures usage(Measured measured) {
        var usage = measured.usage();
        return put(Figure.SERVER_CPU, usage.server() / measured.seconds())
                .put(Figure.DATABASE_CPU, usage.database() / measured.seconds())
                .put(Figure.GENERATOR_CPU, usage.generator() / measured.seconds())
                .put(Figure.FOREIGN_CPU, Math.max(0, usage.foreign()) / measured.seconds());
    }

    Map<Figure, Double> all() {
        return values;
    }
}
