package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.io.Json;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.Xception;
import java.util.Optional;

/**
 * The JSON of a backbone.
 *
 * @param kind the class of backbone
 * @param xception the configuration of an Xception
 * @param miniXception the configuration of a MiniXception
 * @param other the description of a custom backbone, which cannot be rebuilt from it
 */
record BackboneJson(
        Kind kind,
        Optional<Xception> xception,
        Optional<MiniXception> miniXception,
        Optional<String> other) {

    /** Classes of backbones. */
    enum Kind {
        XCEPTION,
        MINI_XCEPTION,
        OTHER
    }

    BackboneJson {
        requireNonNull(kind);
        int given =
                (xception.isPresent() ? 1 : 0)
                        + (miniXception.isPresent() ? 1 : 0)
                        + (other.isPresent() ? 1 : 0);
        boolean fits =
                switch (kind) {
                    case XCEPTION -> xception.isPresent();
                    case MINI_XCEPTION -> miniXception.isPresent();
                    case OTHER -> other.isPresent();
                };
        if (given != 1 || !fits) {
            throw new IllegalArgumentException("the configuration is not that of one " + kind);
        }
    }

    static String write(Backbone backbone) {
        if (backbone instanceof Xception config) {
            return Json.line(
                    new BackboneJson(
                            Kind.XCEPTION,
                            Optional.of(config),
                            Optional.empty(),
                            Optional.empty()));
        }
        if (backbone instanceof MiniXception config) {
            return Json.line(
                    new BackboneJson(
                            Kind.MINI_XCEPTION,
                            Optional.empty(),
                            Optional.of(config),
                            Optional.empty()));
        }
        return Json.line(
                new BackboneJson(
                        Kind.OTHER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(backbone.toString())));
    }

    /** Returns the backbone, unless it is of a custom class. */
    Optional<Backbone> backbone() {
        return xception.<Backbone>map(config -> config)
                .or(() -> miniXception.map(config -> config));
    }
}
