#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <pthread.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

extern char **environ;

static SCREEN *screen;
static FILE *in, *out;
static int out_fd = -1;
static volatile sig_atomic_t is_open;

// ---- terminfo

int kd_screen_locale(void) {
    if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 0;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int kd_screen_knows(const char *term) {
    int error = 0;
    TERMINAL *before = set_curterm(NULL);
    int known = setupterm(term, STDOUT_FILENO, &error) == OK;
    if (known) del_curterm(set_curterm(before));
    else set_curterm(before);
    return known;
}

static int run_tic(const char *directory, const char *file) {
    char *const arguments[] = {"tic", "-x", "-o", (char *)directory, (char *)file, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int fd = 0; fd < 3; fd++) posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
    pid_t child;
    int failed = posix_spawnp(&child, "tic", &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed) return -1;
    int status = -1;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return status == 0 ? 0 : -1;
}

int kd_screen_derive_true_color(const char *term, const char *directory) {
    char path[4096], source[4096];
    const char *dirs = getenv("TERMINFO_DIRS");
    // An empty entry stands for the folders compiled into the library.
    if (snprintf(path, sizeof path, "%s:%s", directory, dirs ? dirs : "") >= (int)sizeof path) return -1;
    if (!dirs || strncmp(dirs, directory, strlen(directory)) != 0) setenv("TERMINFO_DIRS", path, 1);
    char name[256];
    if (snprintf(name, sizeof name, "%s-kdeck2", term) >= (int)sizeof name) return -1;
    if (kd_screen_knows(name)) return 0;
    if (snprintf(source, sizeof source, "%s/%s.%ld", directory, name, (long)getpid()) >= (int)sizeof source) return -1;
    FILE *file = fopen(source, "we");
    if (!file) return -1;
    // Semicolons, since not every terminal reads the colon form; 0 to 7 stay colours of the palette. No line drawing is
    // used, so an end of attributes need not leave its character set, too: xterm's own would, six bytes a bold word.
    fprintf(file,
        "%s|kdeck with 24-bit colour,\n\tsgr@, sgr0=\\E[m, acsc@, smacs@, rmacs@, RGB, ccc@, initc@, initp@, colors#0x1000000, pairs#0x10000,\n"
        "\tsetab=\\E[%%?%%p1%%{8}%%<%%t4%%p1%%d%%e48;2;%%p1%%{65536}%%/%%d;%%p1%%{256}%%/%%{255}%%&%%d;%%p1%%{255}%%&%%d%%;m,\n"
        "\tsetaf=\\E[%%?%%p1%%{8}%%<%%t3%%p1%%d%%e38;2;%%p1%%{65536}%%/%%d;%%p1%%{256}%%/%%{255}%%&%%d;%%p1%%{255}%%&%%d%%;m,\n"
        "\tsetf@, setb@, use=%s,\n",
        name, term);
    int failed = fclose(file) != 0 || run_tic(directory, source) != 0;
    unlink(source);
    return failed || !kd_screen_knows(name) ? -1 : 0;
}

// ---- screen

static void leave_at_exit(void) {
    if (is_open) kd_screen_close();
}

static char leave_bytes[256];
static volatile sig_atomic_t leave_count;
static struct termios saved_modes;
static int has_saved_modes;

static int has_ink;

int kd_screen_open(const char *term, int input, int output, int colors) {
    static int registered;
    if (screen) return -1;
    // Copies, so that closing the screen closes no descriptor of the program.
    int input_copy = fcntl(input, F_DUPFD_CLOEXEC, 3), output_copy = fcntl(output, F_DUPFD_CLOEXEC, 3);
    in = input_copy < 0 ? NULL : fdopen(input_copy, "r");
    out = output_copy < 0 ? NULL : fdopen(output_copy, "w");
    has_saved_modes = tcgetattr(output, &saved_modes) == 0;
    screen = in && out ? newterm(term, out, in) : NULL;
    if (!screen) {
        if (in) fclose(in); else if (input_copy >= 0) close(input_copy);
        if (out) fclose(out); else if (output_copy >= 0) close(output_copy);
        in = out = NULL;
        return -1;
    }
    out_fd = output_copy;
    set_term(screen);
    // We define no colours, so nothing is to be put back, and curses would do it with every return from an editor: a
    // palette that the user's shell has set would be gone. What it sends is the description's own text, emptied here.
    char *palette = tigetstr("oc");
    if (palette && palette != (char *)-1) *palette = 0;
    raw();
    noecho();
    nonl();
    has_ink = colors && has_colors();
    if (has_ink) {
        start_color();
        use_default_colors();
    }
    idlok(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    // A frame is sent whole: without this ncurses stops half way to look for keys, and flushes what it has each time.
    typeahead(-1);
    curs_set(0);
    is_open = 1;
    if (!registered) atexit(leave_at_exit), registered = 1;
    return 0;
}

void kd_screen_send(const char *bytes, int count) {
    while (count > 0 && out_fd >= 0) {
        ssize_t n = write(out_fd, bytes, (size_t)count);
        if (n < 0 && errno != EINTR && errno != EAGAIN) return;
        if (n > 0) bytes += n, count -= (int)n;
    }
}

void kd_screen_close(void) {
    if (!screen) return;
    kd_screen_send(leave_bytes, leave_count);
    leave_count = 0;
    is_open = 0;
    curs_set(1);
    endwin();
    if (has_saved_modes) tcsetattr(out_fd, TCSADRAIN, &saved_modes);
    delscreen(screen);
    screen = NULL;
    fclose(in);
    fclose(out);
    out_fd = -1;
}

int kd_screen_rows(void) { return screen ? getmaxy(stdscr) : 0; }
int kd_screen_columns(void) { return screen ? getmaxx(stdscr) : 0; }
int kd_screen_colors(void) { return screen && has_ink ? COLORS : 0; }
int kd_screen_color_pairs(void) { return screen && has_ink ? COLOR_PAIRS : 0; }

int kd_screen_pair(int foreground, int background) {
    if (foreground < 0 && background < 0) return 0;
    int pair = alloc_pair(foreground, background);
    return pair < 0 ? 0 : pair;
}

int kd_screen_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void kd_screen_put(int y, int x, const uint32_t *scalars, int count, int attributes, int pair) {
    wchar_t text[CCHARW_MAX + 1];
    int n = count < CCHARW_MAX ? count : CCHARW_MAX;
    for (int i = 0; i < n; i++) text[i] = (wchar_t)scalars[i];
    text[n] = 0;
    attr_t attrs = 0;
    if (attributes & kd_screen_bold) attrs |= WA_BOLD;
    if (attributes & kd_screen_italic) attrs |= WA_ITALIC;
    if (attributes & kd_screen_underline) attrs |= WA_UNDERLINE;
    if (attributes & kd_screen_reverse) attrs |= WA_REVERSE;
    if (attributes & kd_screen_dim) attrs |= WA_DIM;
    cchar_t cell;
    if (setcchar(&cell, text, attrs, 0, &pair) == OK) mvadd_wch(y, x, &cell);
}

void kd_screen_update(int cursor_y, int cursor_x) {
    static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
    kd_screen_send(begin, sizeof begin - 1);
    curs_set(cursor_y >= 0);
    // A cursor that is not seen stays where the last word ended.
    leaveok(stdscr, cursor_y < 0);
    if (cursor_y >= 0) move(cursor_y, cursor_x);
    wnoutrefresh(stdscr);
    doupdate();
    kd_screen_send(end, sizeof end - 1);
}

void kd_screen_forget(void) { if (screen) clearok(curscr, TRUE); }

int kd_screen_resize(void) {
    struct winsize size;
    if (!screen || ioctl(out_fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
    if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return 0;
    resizeterm(size.ws_row, size.ws_col);
    clearok(curscr, TRUE);
    return 1;
}

void kd_screen_suspend(void) {
    if (!screen) return;
    def_prog_mode();
    kd_screen_send(leave_bytes, leave_count);
    is_open = 0;
    curs_set(1);
    endwin();
}

void kd_screen_resume(void) {
    if (!screen) return;
    reset_prog_mode();
    is_open = 1;
    clearok(curscr, TRUE);
    refresh();
}

// ---- signals

static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
static const int wishes[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static struct sigaction before_crash[6], before_wish[6];
static int wish_pipe[2] = {-1, -1};
static int handlers_set;
static int wants_backtrace;

void kd_screen_on_crash(const char *leave, int count) {
    if (count > (int)sizeof leave_bytes) count = (int)sizeof leave_bytes;
    memcpy(leave_bytes, leave, (size_t)count);
    leave_count = count;
}

// Nothing but async-safe calls: give the terminal back, say one line, then die of the signal. A backtrace would be drawn
// over the shell that has just come back; whoever wants one sets SWIFT_BACKTRACE, and then gets it.
static void crashed(int signal) {
    static const char rest[] = "\033[?2026l\033[0m\033[?25h\033[?1049l\r\nkdeck: crashed; SWIFT_BACKTRACE=enable=yes says where\r\n";
    struct sigaction plain;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    if (is_open) {
        is_open = 0;
        ssize_t ignored = write(out_fd, leave_bytes, (size_t)leave_count);
        ignored = write(out_fd, rest, sizeof rest - 1);
        (void)ignored;
        if (has_saved_modes) tcsetattr(out_fd, TCSANOW, &saved_modes);
    }
    for (int i = 0; i < 6; i++)
        if (crashes[i] == signal) sigaction(signal, wants_backtrace ? &before_crash[i] : &plain, NULL);
    raise(signal);
}

static void wished(int signal) {
    int saved = errno;
    char kind = signal == SIGWINCH ? 'W' : signal == SIGCONT ? 'C' : signal == SIGTSTP ? 'Z' : 'T';
    ssize_t ignored = write(wish_pipe[1], &kind, 1);
    (void)ignored;
    errno = saved;
}

int kd_screen_signals(void) {
    if (handlers_set) return wish_pipe[0];
    const char *backtrace = getenv("SWIFT_BACKTRACE");
    wants_backtrace = backtrace && *backtrace;
    if (wish_pipe[0] < 0 && pipe(wish_pipe) != 0) return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(wish_pipe[i], F_SETFL, O_NONBLOCK);
        fcntl(wish_pipe[i], F_SETFD, FD_CLOEXEC);
    }
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_ONSTACK;
    action.sa_handler = crashed;
    for (int i = 0; i < 6; i++) sigaction(crashes[i], &action, &before_crash[i]);
    action.sa_flags = SA_RESTART;
    action.sa_handler = wished;
    for (int i = 0; i < 6; i++) sigaction(wishes[i], &action, &before_wish[i]);
    handlers_set = 1;
    return wish_pipe[0];
}

void kd_screen_signals_end(void) {
    if (!handlers_set) return;
    for (int i = 0; i < 6; i++) sigaction(crashes[i], &before_crash[i], NULL);
    for (int i = 0; i < 6; i++) sigaction(wishes[i], &before_wish[i], NULL);
    handlers_set = 0;
}

void kd_screen_stop(void) {
    struct sigaction plain, mine;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    sigemptyset(&plain.sa_mask);
    sigaction(SIGTSTP, &plain, &mine);
    // Threads of a pool block signals.
    sigset_t stop, before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &before);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    sigaction(SIGTSTP, &mine, NULL);
}
