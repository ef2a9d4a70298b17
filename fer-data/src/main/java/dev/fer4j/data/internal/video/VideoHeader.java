package dev.fer4j.data.internal.video;

import dev.fer4j.data.image.StoredPicture;

/**
 * What a file's headers say about its video.
 *
 * @param picture size and shape of the frames
 * @param stream index of the stream that is read, counted from 0 over all streams of the file
 * @param videoStreams number of video streams; cover art and thumbnails are not counted
 */
public record VideoHeader(StoredPicture picture, int stream, int videoStreams) {}
