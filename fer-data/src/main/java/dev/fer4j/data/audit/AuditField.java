package dev.fer4j.data.audit;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.AgeBand;
import java.util.Locale;
import java.util.Optional;

/** A trait by which an audit groups samples. */
public enum AuditField {
    /** The source. */
    SOURCE,
    /** The advertisement's category. */
    CATEGORY,
    /** The person's gender. */
    GENDER,
    /** The person's band of age. */
    AGE_BAND;

    /** The group that samples with these traits belong to. */
    public AuditGroup group(Traits traits) {
        return new AuditGroup(
                this,
                switch (this) {
                    case SOURCE -> Optional.of(traits.source());
                    case CATEGORY -> traits.category().map(AdCategory::id);
                    case GENDER -> traits.gender().map(g -> g.name().toLowerCase(Locale.ROOT));
                    case AGE_BAND -> traits.ageBand().map(AgeBand::id);
                });
    }
}
