package io.carryon.gateway.messenger.media;

/** The provider does not have the file, or will not give it to us; asking again is no use. */
public final class MediaGone extends Exception {

    private static final long serialVersionUID = 1L;

    public MediaGone(String why) {
        super(why);
    }
}
