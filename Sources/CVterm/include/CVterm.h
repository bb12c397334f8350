#ifndef CVterm_H
#define CVterm_H

// A terminal inside the tests: libvterm behind plain functions, and a pseudo terminal to run a screen on.

#include <stdint.h>

typedef struct kd_vt kd_vt;

typedef struct {
    uint32_t scalars[6];
    int32_t count;
    int32_t width;        // 1 or 2; 0 for the second half of a wide one
    int32_t bold, italic, underline, reverse;
    int32_t foreground;   // -1 the terminal's own, 0..255 of the palette, 0x1000000 | rgb
    int32_t background;
} kd_vt_cell;

kd_vt *kd_vt_new(int rows, int columns);
void kd_vt_free(kd_vt *);
void kd_vt_feed(kd_vt *, const uint8_t *bytes, int count);
kd_vt_cell kd_vt_at(kd_vt *, int row, int column);
// Whether the alternate screen is shown, the cursor is visible, and what the mouse mode is.
int kd_vt_alternate(const kd_vt *);
int kd_vt_cursor_visible(const kd_vt *);
int kd_vt_mouse(const kd_vt *);
void kd_vt_cursor(kd_vt *, int *row, int *column);

// Opens a pseudo terminal of a size. Returns 0 or -1.
int kd_pty(int rows, int columns, int *master, int *slave);
int kd_pty_resize(int master, int rows, int columns);
// Whether the terminal echoes and waits for whole lines.
int kd_pty_is_cooked(int slave);

#endif
