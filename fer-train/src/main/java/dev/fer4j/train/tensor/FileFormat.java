package dev.fer4j.train.tensor;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file is that may contain weights, by its first bytes.
 *
 * @see #of
 */
public enum FileFormat {
    /** HDF5, as Keras writes it; also after a user block. */
    HDF5("an HDF5 file", FileFormat.IMPORT),
    /** A zip of Keras 3, or of Keras 2.12 and later: {@code .keras}. */
    KERAS("a Keras archive", FileFormat.IMPORT),
    /** None of the other formats: possibly safetensors. */
    UNKNOWN("not a safetensors file", FileFormat.AGAIN),
    /** A file without bytes. */
    EMPTY("empty", FileFormat.AGAIN),
    /** A text of Git LFS that stands for the file. */
    LFS_POINTER("a Git LFS pointer, not the file itself", "get the file by: git lfs pull"),
    /** HTML, also with an XML declaration. */
    WEB_PAGE(
            "a web page, as a link to a page or a login gives",
            "download the file itself, not the page that shows it"),
    /** Any other XML, such as an error of a cloud store. */
    XML("XML", FileFormat.AGAIN),
    /** PyTorch's zip with a pickle in it. */
    TORCH("a PyTorch file (.pt, .pth, .ckpt)", FileFormat.FROM_TORCH),
    /** A pickle, as PyTorch wrote before 1.6. */
    PICKLE("a Python pickle, as PyTorch writes (.pt, .pth, .ckpt, .pkl)", FileFormat.FROM_TORCH),
    /** Open Neural Network Exchange. */
    ONNX("an ONNX model", FileFormat.OTHER),
    /** A SavedModel's or frozen graph of TensorFlow. */
    SAVED_MODEL(
            "a model of TensorFlow (.pb)",
            "load it in Keras and save it: model.save(\"model.keras\")"),
    /** TensorFlow Lite. */
    TFLITE("a TensorFlow Lite model", FileFormat.OTHER),
    /** One array of NumPy, or a zip of arrays. */
    NUMPY(
            "a NumPy file (.npy or .npz)",
            "set the arrays in Keras or PyTorch and save the model as .keras or .safetensors"),
    /** A zip of anything else. */
    ZIP("a zip archive of something else", "unpack it and give the file with the weights"),
    /** A compressed file, whatever is in it. */
    COMPRESSED("a compressed file (gzip, bzip2, xz, zstd, 7z or rar)", "unpack it first"),
    /** A tar archive that is not compressed. */
    TAR("a tar archive", "unpack it and give the file with the weights"),
    /** JSON, such as an index of several files. */
    JSON("JSON", "give the file with the weights; this one may be its index or configuration"),
    /** PNG, JPEG, GIF, WebP or BMP. */
    PICTURE("a picture", FileFormat.OTHER),
    /** PDF. */
    PDF("a PDF", FileFormat.AGAIN),
    /** Any other text in UTF-8. */
    TEXT("a text", FileFormat.AGAIN);

    private static final String AGAIN = "download or write the file again";
    private static final String IMPORT =
            "if it holds an Xception, make a model file of it by: fer weights import";
    private static final String FROM_TORCH =
            "convert it in Python: safetensors.torch.save_file(state_dict, \"x.safetensors\"),"
                    + " see docs/weights.md";
    private static final String OTHER =
            "give weights as .keras, .h5 or .safetensors, see docs/weights.md";

    private final String description;
    private final String mend;

    FileFormat(String description, String mend) {
        this.description = description;
        this.mend = mend;
    }

    /**
     * Recognizes a file.
     *
     * @throws InputException if it does not exist or is not a regular file
     * @throws IOException if it cannot be read
     */
    public static FileFormat of(Path path) throws IOException {
        requireRegular(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            FileFormat format = bytes(channel, 0).format();
            // The names of all entries are at the end.
            return format == ZIP
                    ? bytes(channel, Math.max(0, channel.size() - FirstBytes.MOST)).zip()
                    : format;
        }
    }

    private static FirstBytes bytes(FileChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FirstBytes.MOST);
        int got = 0;
        while (bytes.hasRemaining() && got >= 0) {
            got = channel.read(bytes, from + bytes.position());
        }
        return new FirstBytes(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /**
     * Recognizes a file that should contain weights.
     *
     * @return {@link #HDF5}, {@link #KERAS}, or {@link #UNKNOWN}, which may be safetensors
     * @throws InputException if it is anything else
     */
    public static FileFormat ofWeights(Path path) throws IOException {
        FileFormat format = of(path);
        return switch (format) {
            case HDF5, KERAS, UNKNOWN -> format;
            default -> throw format.refused(path, "Keras's .keras or .h5, or .safetensors");
        };
    }

    /**
     * Requires a regular file.
     *
     * @throws InputException otherwise, saying what to do about a folder
     */
    public static void requireRegular(Path path) {
        if (Files.isRegularFile(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    path,
                    "is not a regular file",
                    "give the path of a .keras, .h5 or .safetensors file");
        }
        throw new InputException(
                Problem.Kind.MISSING,
                path,
                "is not a regular file but a folder" + content(path).map(s -> ": " + s).orElse(""),
                Files.exists(path.resolve("saved_model.pb"))
                        ? SAVED_MODEL.mend
                        : "give the path of the .keras, .h5 or .safetensors file");
    }

    private static Optional<String> content(Path folder) {
        if (Files.exists(folder.resolve("saved_model.pb"))) {
            return Optional.of("TensorFlow's SavedModel");
        }
        return Files.exists(folder.resolve("model.weights.h5"))
                ? Optional.of("an unzipped Keras archive; its weights are in model.weights.h5")
                : Optional.empty();
    }

    /**
     * Returns the problem of a file that should be of another format.
     *
     * @param expected what it should be, such as "safetensors"
     */
    InputException refused(Path path, String expected) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                path,
                "is %s; expected %s".formatted(description, expected),
                mend);
    }
}
