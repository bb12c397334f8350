#ifndef CNcurses_H
#define CNcurses_H

// The door of ncursesw: output only. Keys are read from the descriptor and decoded elsewhere. All functions but
// kd_screen_tty_restore belong to the one thread that opened the screen.

#include <stdint.h>

enum { kd_screen_bold = 1, kd_screen_italic = 2, kd_screen_underline = 4, kd_screen_reverse = 8, kd_screen_dim = 16 };

// Chooses a UTF-8 locale for character types. Returns 0, or -1 when the system has none.
int kd_screen_locale(void);

// Whether terminfo knows a terminal of this name.
int kd_screen_knows(const char *term);

// Makes `term`-kdeck2, the same terminal with 24-bit colour, under `directory` with tic and adds that to TERMINFO_DIRS. The
// number changes with what is in it, since one that is there already is taken as it is.
// Returns 0 when the entry is there afterwards.
int kd_screen_derive_true_color(const char *term, const char *directory);

// Opens the screen of `term` on the two descriptors, with colours or without. Returns 0, or -1 when it cannot be.
int kd_screen_open(const char *term, int input, int output, int colors);
// Leaves the screen for good.
void kd_screen_close(void);
int kd_screen_rows(void);
int kd_screen_columns(void);
int kd_screen_colors(void);
int kd_screen_color_pairs(void);

// The pair of two colours (-1: the terminal's own), or 0 when there are no more.
int kd_screen_pair(int foreground, int background);

// Columns curses gives a code point: -1, 0, 1 or 2.
int kd_screen_width(uint32_t scalar);

// Puts one cluster (a base and at most 4 marks) at a place.
void kd_screen_put(int y, int x, const uint32_t *scalars, int count, int attributes, int pair);

// Sends what changed, with the cursor at a place or hidden (negative).
void kd_screen_update(int cursor_y, int cursor_x);
// Forgets what the terminal shows: the next update sends everything.
void kd_screen_forget(void);
// Takes the size of the terminal. Returns 1 when it changed.
int kd_screen_resize(void);

// Sends bytes past curses, between frames.
void kd_screen_send(const char *bytes, int count);

// Leaves the screen, keeping it for kd_screen_resume.
void kd_screen_suspend(void);
void kd_screen_resume(void);
// Stops this process as ctrl-z does, until it is continued. Does nothing in an orphaned process group.
void kd_screen_stop(void);

// Bytes that undo the modes switched on past curses; sent by the crash handler too.
void kd_screen_on_crash(const char *leave, int count);

// A descriptor on which signals arrive as bytes: W resize, T terminate, Z stop, C continued.
int kd_screen_signals(void);
// Takes the handlers away.
void kd_screen_signals_end(void);

#endif
