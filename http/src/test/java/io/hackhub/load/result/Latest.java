package io.hackhub.load.result;

import java.util.List;
import java.util.Objects;

/// Of many sets of runs the one to tell: the last that ran while the machine was quiet, else the last.
final class Latest {

    private final List<Result> all;

    Latest(List<Result> all) {
        this.all = List.copyOf(all);
    }

    List<String> scenarios() {
        return all.stream().map(Result::scenario).distinct().toList();
    }

    /// The runs of one set.
    List<Result> of(String scenario, boolean pinned) {
        var runs = all.stream()
                .filter(it -> it.scenario().equals(scenario) && it.pinned() == pinned)
                .toList();
        var sets = runs.stream().map(Result::set).distinct().toList();
        var best = sets.reversed().stream()
                .filter(set -> runs.stream().filter(it -> it.set().equals(set)).allMatch(Result::quiet))
                .findFirst()
                .or(() -> sets.reversed().stream().findFirst());
        return runs.stream()
                .filter(it -> Objects.equals(it.set(), best.orElse("")))
                .toList();
    }
}
