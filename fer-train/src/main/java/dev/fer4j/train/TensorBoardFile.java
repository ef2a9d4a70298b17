package dev.fer4j.train;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.core.file.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A training history as TensorBoard's event file: scalars such as {@code validation/loss} by epoch,
 * and {@code learning_rate}. Epoch numbers serve as event times, so that equal histories give
 * identical bytes.
 *
 * <p>TensorBoard reads files whose name contains {@code tfevents}. The format is little-endian
 * TFRecord (length, masked CRC-32C of the length, data, masked CRC-32C of the data) containing
 * {@code Event} messages (time 1, step 2, version 3, summary 5) in protocol-buffer encoding.
 */
public final class TensorBoardFile {

    private static final int DOUBLE = 1;
    private static final int BYTES = 2;
    private static final int FLOAT = 5;

    private TensorBoardFile() {}

    /** Writes all epochs of a history. */
    public static void write(Path file, TrainingHistory history) throws IOException {
        WholeFile.write(
                file,
                out -> {
                    writeRecord(out, new Message().number(1, 0).text(3, "brain.Event:2").bytes());
                    for (TrainingHistory.Epoch epoch : history.epochs()) {
                        writeRecord(out, event(epoch));
                    }
                });
    }

    private static byte[] event(TrainingHistory.Epoch epoch) {
        Message summary = new Message();
        summary.message(1, scalar("learning_rate", epoch.learningRate()));
        for (TrainingMetric metric : EnumSet.complementOf(EnumSet.of(TrainingMetric.EPOCH))) {
            String tag = metric.name().toLowerCase(Locale.ROOT).replace('_', '/');
            metric.of(epoch).ifPresent(value -> summary.message(1, scalar(tag, value)));
        }
        return new Message()
                .number(1, epoch.epoch())
                .varint(2, epoch.epoch())
                .message(5, summary)
                .bytes();
    }

    private static Message scalar(String tag, double value) {
        return new Message().text(1, tag).single(2, (float) value);
    }

    private static void writeRecord(OutputStream out, byte[] data) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(data.length).putInt(maskedCrc(head.array(), Long.BYTES));
        out.write(head.array());
        out.write(data);
        out.write(little(Integer.BYTES).putInt(maskedCrc(data, data.length)).array());
    }

    private static int maskedCrc(byte[] data, int length) {
        CRC32C crc = new CRC32C();
        crc.update(data, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A message in protocol-buffer encoding. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        private Message key(int field, int type) {
            return raw(((long) field << 3) | type);
        }

        private Message raw(long number) {
            long left = number;
            for (; left > 0x7f; left >>>= 7) {
                out.write((int) ((left & 0x7f) | 0x80));
            }
            out.write((int) left);
            return this;
        }

        private Message put(byte[] data) {
            out.write(data, 0, data.length);
            return this;
        }

        Message number(int field, double value) {
            return key(field, DOUBLE).put(little(Double.BYTES).putDouble(value).array());
        }

        Message single(int field, float value) {
            return key(field, FLOAT).put(little(Float.BYTES).putFloat(value).array());
        }

        Message varint(int field, long value) {
            return key(field, 0).raw(value);
        }

        Message text(int field, String value) {
            byte[] data = value.getBytes(StandardCharsets.UTF_8);
            return key(field, BYTES).raw(data.length).put(data);
        }

        Message message(int field, Message value) {
            byte[] data = value.bytes();
            return key(field, BYTES).raw(data.length).put(data);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
