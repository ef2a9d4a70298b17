package dev.fer4j.data.manifest;

import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.internal.UnreadableFileException;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import java.io.IOException;
import java.util.List;

/** Checks that an image can be decoded, and computes its digest. Files are not copied. */
final class StillCheck {

    private final SourceListing listing;

    StillCheck(SourceListing listing) {
        this.listing = listing;
    }

    IngestionOutcome check(Still still) throws IOException {
        String subject = RelativePath.of(listing.folder(), still.file());
        try {
            ImageFiles.read(still.file());
            String sha256 = Sha256.of(still.file());
            return IngestionOutcome.used(
                    List.of(still.toSample(listing.source(), sha256)), still.id());
        } catch (UnreadableFileException e) {
            return IngestionOutcome.quarantined(e.problem(subject));
        }
    }
}
