// The room Codecs.
