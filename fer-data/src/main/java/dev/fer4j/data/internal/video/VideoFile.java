package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.internal.FileName;
import dev.fer4j.data.internal.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** An opened container and its video stream, before anything is decoded. */
final class VideoFile implements AutoCloseable {

    /**
     * The supported containers. Playlists are excluded, since they can make FFmpeg open other files
     * or addresses.
     */
    private static final String CONTAINERS = "mov,avi,matroska";

    static {
        // Keeps FFmpeg from writing its own messages to the console; errors are reported as
        // exceptions.
        av_log_set_level(AV_LOG_QUIET);
    }

    private final Path path;
    private final AVFormatContext format;
    private final AVStream stream;
    private final VideoHeader header;

    private VideoFile(Path path, AVFormatContext format, AVStream stream) {
        this.path = path;
        this.format = format;
        this.stream = stream;
        this.header =
                new VideoHeader(
                        FrameShape.ofHeader(this), stream.index(), VideoStreams.count(format));
    }

    static VideoFile open(Path path) {
        FileName.require(path);
        if (!Files.isRegularFile(path)) {
            throw unreadable(
                    path,
                    Files.exists(path) ? "is not a regular file" : "does not exist",
                    "put a file there, or leave it out");
        }
        if (!Files.isReadable(path)) {
            throw unreadable(
                    path,
                    "cannot be read for lack of permission",
                    "check its permissions, or leave it out");
        }
        if (path.toFile().length() == 0) {
            throw unreadable(path, "is empty", "copy it again, or leave it out");
        }
        requireEnd(path);
        AVFormatContext format = openContainer(path);
        return CloseOnFailure.of(
                () -> avformat_close_input(format),
                () -> {
                    VideoFile file = new VideoFile(path, format, VideoStreams.best(path, format));
                    file.requireFrames();
                    return file;
                });
    }

    private static AVFormatContext openContainer(Path path) {
        AVFormatContext format = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        // With an explicit protocol, a colon in a file name is not interpreted as one.
        try (BytePointer url = new BytePointer("file:" + path, StandardCharsets.UTF_8)) {
            av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            av_dict_set(options, "protocol_whitelist", "file", 0);
            if (avformat_open_input(format, url, null, options) < 0) {
                throw unreadable(
                        path,
                        "is not a readable MP4, QuickTime, AVI or Matroska video, or is truncated",
                        "copy it again or convert it, or leave it out");
            }
            return format;
        } finally {
            av_dict_free(options);
        }
    }

    static void requireSize(Path path, long width, long height) {
        if (width * height > ImageFiles.MAX_PIXELS) {
            throw unreadable(
                    path,
                    String.format(
                            Locale.ROOT,
                            "is a video of %d × %d pixels; at most %d are read",
                            width,
                            height,
                            ImageFiles.MAX_PIXELS),
                    "store it smaller, or leave it out");
        }
    }

    void requireSize(long width, long height) {
        requireSize(path, width, height);
    }

    private static void requireEnd(Path path) {
        try {
            if (ContainerCheck.isMissing(path)) {
                throw cutShort(path);
            }
            Optional<String> fault = ContainerCheck.faultOfHeader(path);
            if (fault.isPresent()) {
                throw unreadable(
                        path, fault.get(), "convert it with another program, or leave it out");
            }
        } catch (IOException e) {
            throw cannotBeRead(path, e);
        }
    }

    private static UnreadableFileException cannotBeRead(Path path, IOException e) {
        return new UnreadableFileException(
                path,
                "cannot be read: " + e.getClass().getSimpleName(),
                "copy it again, or leave it out",
                e);
    }

    /** Checks that no frame listed in an MP4's index lies beyond the end of the file. */
    private void requireFrames() {
        if (!isMp4()) {
            return;
        }
        long length = path.toFile().length();
        int entries = avformat_index_get_entries_count(stream);
        for (int i = 0; i < entries; i++) {
            AVIndexEntry entry = avformat_index_get_entry(stream, i);
            if (entry.pos() + entry.size() > length) {
                throw cutShort();
            }
        }
    }

    VideoHeader header() {
        return header;
    }

    private boolean isMp4() {
        return format.iformat().name().getString().startsWith("mov");
    }

    /**
     * The number of frames that an edit list hides. FFmpeg marks some of them and drops others.
     *
     * @param shown number of packets of other frames
     * @param marked number of packets that are marked
     */
    long hiddenFrames(long shown, long marked) {
        return isMp4()
                ? Math.max(
                        marked,
                        checked(() -> ContainerCheck.listedFrames(path, stream.id()) - shown))
                : marked;
    }

    /** The number of places at which the container's structure is damaged between its packets. */
    long damagedPlaces() {
        return checked(() -> ContainerCheck.damagedClusters(path));
    }

    private long checked(Check check) {
        try {
            return check.count();
        } catch (IOException e) {
            throw cannotBeRead(path, e);
        }
    }

    @FunctionalInterface
    private interface Check {
        long count() throws IOException;
    }

    AVFormatContext format() {
        return format;
    }

    AVStream stream() {
        return stream;
    }

    /** The average duration of a frame in seconds; 0 if unknown. */
    double averageFrameSeconds() {
        double rate = av_q2d(stream.avg_frame_rate());
        return rate > 0 ? 1 / rate : 0;
    }

    DisplayMatrix displayMatrix() {
        AVCodecParameters parameters = stream.codecpar();
        AVPacketSideData sideData =
                av_packet_side_data_get(
                        parameters.coded_side_data(),
                        parameters.nb_coded_side_data(),
                        AV_PKT_DATA_DISPLAYMATRIX);
        if (Pointer.isNull(sideData)) {
            return DisplayMatrix.IDENTITY;
        }
        byte[] bytes = new byte[(int) sideData.size()];
        sideData.data().get(bytes);
        return DisplayMatrix.read(bytes);
    }

    UnreadableFileException cutShort() {
        return cutShort(path);
    }

    private static UnreadableFileException cutShort(Path path) {
        return unreadable(path, "is a truncated video", "copy it again, or leave it out");
    }

    UnreadableFileException unreadable(String reason, String mend) {
        return unreadable(path, reason, mend);
    }

    static UnreadableFileException unreadable(Path path, String reason, String mend) {
        return new UnreadableFileException(path, reason, mend);
    }

    @Override
    public void close() {
        avformat_close_input(format);
    }
}
