package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.io.Json;
import dev.fer4j.train.keras.network.KerasNetwork;
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
 * @param keras the network of a Keras model
 * @param other the description of a custom backbone, which cannot be rebuilt from it
 */
record BackboneJson(
        Kind kind,
        Optional<Xception> xception,
        Optional<MiniXception> miniXception,
        Optional<KerasNetwork> keras,
        Optional<String> other) {

    /** Classes of backbones. */
    enum Kind {
        XCEPTION,
        MINI_XCEPTION,
        KERAS,
        OTHER
    }

    BackboneJson {
        requireNonNull(kind);
        int given =
                (xception.isPresent() ? 1 : 0)
                        + (miniXception.isPresent() ? 1 : 0)
                        + (keras.isPresent() ? 1 : 0)
                        + (other.isPresent() ? 1 : 0);
        boolean fits =
                switch (kind) {
                    case XCEPTION -> xception.isPresent();
                    case MINI_XCEPTION -> miniXception.isPresent();
                    case KERAS -> keras.isPresent();
                    case OTHER -> other.isPresent();
                };
        if (given != 1 || !fits) {
            throw new IllegalArgumentException("the configuration is not that of one " + kind);
        }
    }

    static String write(Backbone backbone) {
        return Json.line(of(backbone));
    }

    private static BackboneJson of(Backbone backbone) {
        if (backbone instanceof Xception config) {
            return new BackboneJson(
                    Kind.XCEPTION,
                    Optional.of(config),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        if (backbone instanceof MiniXception config) {
            return new BackboneJson(
                    Kind.MINI_XCEPTION,
                    Optional.empty(),
                    Optional.of(config),
                    Optional.empty(),
                    Optional.empty());
        }
        if (backbone instanceof KerasNetwork network) {
            return new BackboneJson(
                    Kind.KERAS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(network),
                    Optional.empty());
        }
        return new BackboneJson(
                Kind.OTHER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(backbone.toString()));
    }

    /** Returns the backbone, unless it is of a custom class. */
    Optional<Backbone> backbone() {
        return xception.<Backbone>map(config -> config)
                .or(() -> miniXception.map(config -> config))
                .or(() -> keras.map(network -> network));
    }
}
