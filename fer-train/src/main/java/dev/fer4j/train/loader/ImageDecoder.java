package dev.fer4j.train.loader;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads the image of a sample and makes a square of it.
 *
 * @param form the form of the result
 */
record ImageDecoder(InputForm form) {

    /**
     * Decodes an image. Its file must match the digest in the manifest, since decoded pixels are
     * stored by that digest and shared between conditions.
     */
    RgbImage decode(Sample sample) {
        try {
            RgbImage image = ImageFiles.read(sample.file());
            if (!Sha256.of(sample.file()).equals(sample.sha256())) {
                throw new InputException(
                        Problem.Kind.UNREADABLE,
                        sample.file(),
                        "does not have the digest that the manifest records for sample "
                                + sample.id(),
                        "create the manifest again, or restore the file");
            }
            return form.fit().square(image, form.size());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "sample " + sample.id() + ": " + sample.file() + " cannot be read", e);
        }
    }
}
