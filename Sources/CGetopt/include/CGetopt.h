#ifndef CGetopt_H
#define CGetopt_H

/* glibc's getopt_long behind one call: its global variables never reach Swift, names are never abbreviated. */

struct kdeck_option {
    const char *name;   /* the long name, without the two dashes */
    int letter;         /* the short one, or 0 */
    int takes_argument; /* 0 or 1 */
};

enum kdeck_option_outcome {
    KDECK_OPTIONS_STOPPED = 0,   /* at the first word that is no option, or at the end */
    KDECK_OPTION_UNKNOWN = 1,
    KDECK_OPTION_WANTS_ARGUMENT = 2,
    KDECK_OPTION_TAKES_NO_ARGUMENT = 3,
};

/* Called once for every option in the order of the words; index counts into options, argument may be null. */
typedef void (*kdeck_option_found)(void *context, int index, const char *argument);

/* Reads options from argv[1] on. Writes the index of the word where it stopped, or of the word that is wrong, to
   *stopped_at, and 1 to *dashes when a lone "--" ended the options. */
enum kdeck_option_outcome kdeck_read_options(
    int argc, char **argv, const struct kdeck_option *options, int count, kdeck_option_found found, void *context,
    int *stopped_at, int *dashes);

#endif
