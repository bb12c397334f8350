#include "CGetopt.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

/* 1 when the word is no long option, or one whose whole name is known: getopt_long alone would take "--boot". */
static int is_full_name(const char *word, const struct kdeck_option *options, int count) {
    if (strncmp(word, "--", 2) != 0 || word[2] == 0) return 1;
    size_t length = strcspn(word + 2, "=");
    for (int i = 0; i < count; i++)
        if (strlen(options[i].name) == length && strncmp(options[i].name, word + 2, length) == 0) return 1;
    return 0;
}

enum kdeck_option_outcome kdeck_read_options(
    int argc, char **argv, const struct kdeck_option *options, int count, kdeck_option_found found, void *context,
    int *stopped_at, int *dashes) {
    struct option *longs = calloc((size_t)count + 1, sizeof *longs);
    char *letters = calloc((size_t)count * 2 + 3, 1);
    if (!longs || !letters) abort();
    char *next = letters;
    *next++ = '+';
    *next++ = ':';
    for (int i = 0; i < count; i++) {
        longs[i].name = options[i].name;
        longs[i].has_arg = options[i].takes_argument ? required_argument : no_argument;
        longs[i].val = 256 + i;
        if (options[i].letter) {
            *next++ = (char)options[i].letter;
            if (options[i].takes_argument) *next++ = ':';
        }
    }
    enum kdeck_option_outcome outcome = KDECK_OPTIONS_STOPPED;
    *dashes = 0;
    optind = 0; /* glibc's word for "start over" */
    opterr = 0;
    for (;;) {
        int word = optind == 0 ? 1 : optind;
        if (word < argc && !is_full_name(argv[word], options, count)) {
            outcome = KDECK_OPTION_UNKNOWN;
            *stopped_at = word;
            break;
        }
        int value = getopt_long(argc, argv, letters, longs, 0);
        if (value == -1) {
            *stopped_at = optind;
            *dashes = optind > 1 && optind - 1 >= word && strcmp(argv[optind - 1], "--") == 0;
            break;
        }
        if (value == ':' || value == '?') {
            /* optopt is the letter or val that is wrong; a known val here means "=value" on an option without one. */
            outcome = value == ':' ? KDECK_OPTION_WANTS_ARGUMENT
                : optopt >= 256    ? KDECK_OPTION_TAKES_NO_ARGUMENT
                                   : KDECK_OPTION_UNKNOWN;
            *stopped_at = word;
            break;
        }
        int index = value - 256;
        for (int i = 0; value < 256 && i < count; i++)
            if (options[i].letter == value) index = i;
        found(context, index, optarg);
    }
    free(longs);
    free(letters);
    return outcome;
}
