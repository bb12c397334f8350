#define _DEFAULT_SOURCE 1
#define _XOPEN_SOURCE 700
#include "CVterm.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

struct kd_vt {
    VTerm *vt;
    VTermScreen *screen;
    int alternate, cursor_visible, mouse;
};

static int set_property(VTermProp property, VTermValue *value, void *user) {
    kd_vt *self = user;
    if (property == VTERM_PROP_ALTSCREEN) self->alternate = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE) self->cursor_visible = value->boolean;
    if (property == VTERM_PROP_MOUSE) self->mouse = value->number;
    return 1;
}

static VTermScreenCallbacks callbacks = {.settermprop = set_property};

kd_vt *kd_vt_new(int rows, int columns) {
    kd_vt *self = calloc(1, sizeof *self);
    self->vt = vterm_new(rows, columns);
    vterm_set_utf8(self->vt, 1);
    self->screen = vterm_obtain_screen(self->vt);
    vterm_screen_set_callbacks(self->screen, &callbacks, self);
    vterm_screen_enable_altscreen(self->screen, 1);
    vterm_screen_reset(self->screen, 1);
    return self;
}

void kd_vt_free(kd_vt *self) {
    vterm_free(self->vt);
    free(self);
}

void kd_vt_feed(kd_vt *self, const uint8_t *bytes, int count) {
    vterm_input_write(self->vt, (const char *)bytes, (size_t)count);
    vterm_screen_flush_damage(self->screen);
}

static int32_t color(const VTermColor *c, int is_default) {
    if (is_default) return -1;
    if (VTERM_COLOR_IS_INDEXED(c)) return c->indexed.idx;
    return 0x1000000 | c->rgb.red << 16 | c->rgb.green << 8 | c->rgb.blue;
}

kd_vt_cell kd_vt_at(kd_vt *self, int row, int column) {
    VTermScreenCell cell;
    kd_vt_cell out;
    memset(&cell, 0, sizeof cell);
    memset(&out, 0, sizeof out);
    vterm_screen_get_cell(self->screen, (VTermPos){row, column}, &cell);
    out.width = cell.width;
    if (cell.chars[0] == (uint32_t)-1) out.width = 0;
    else
        while (out.count < 6 && cell.chars[out.count]) out.scalars[out.count] = cell.chars[out.count], out.count++;
    out.bold = cell.attrs.bold;
    out.italic = cell.attrs.italic;
    out.underline = cell.attrs.underline;
    out.reverse = cell.attrs.reverse;
    out.foreground = color(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
    out.background = color(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
    return out;
}

int kd_vt_alternate(const kd_vt *self) { return self->alternate; }
int kd_vt_cursor_visible(const kd_vt *self) { return self->cursor_visible; }
int kd_vt_mouse(const kd_vt *self) { return self->mouse; }

void kd_vt_cursor(kd_vt *self, int *row, int *column) {
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(self->vt), &at);
    *row = at.row;
    *column = at.col;
}

int kd_pty(int rows, int columns, int *master, int *slave) {
    *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*master < 0 || grantpt(*master) || unlockpt(*master)) return -1;
    *slave = open(ptsname(*master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    return *slave < 0 ? -1 : kd_pty_resize(*master, rows, columns);
}

int kd_pty_resize(int master, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(master, TIOCSWINSZ, &size);
}

int kd_pty_is_cooked(int slave) {
    struct termios modes;
    return tcgetattr(slave, &modes) == 0 && (modes.c_lflag & ICANON) && (modes.c_lflag & ECHO);
}
