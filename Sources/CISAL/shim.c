#include "CISAL.h"

#include <isa-l.h>
#include <stdlib.h>
#include <string.h>

// Both checksum calls take an `int` or lack `const`; this is where that ends.
enum { piece = 1 << 30 };

uint32_t kd_crc32c(uint32_t crc, const void *bytes, size_t length) {
    unsigned char *at = (unsigned char *)bytes;
    uint32_t raw = ~crc;
    while (length > 0) {
        size_t now = length < piece ? length : piece;
        raw = crc32_iscsi(at, (int)now, raw);
        at += now;
        length -= now;
    }
    return ~raw;
}

uint32_t kd_crc32(uint32_t crc, const void *bytes, size_t length) {
    return crc32_gzip_refl(crc, bytes, length);
}

// One of each a thread: they are large (about 100 KiB) and are used one after the other.
struct kd_gunzip {
    struct inflate_state state;
};

struct kd_gzip {
    struct isal_zstream stream;
    uint8_t level_buffer[ISAL_DEF_LVL1_DEFAULT];
};

static _Thread_local kd_gunzip *inflater;
static _Thread_local kd_gzip *deflater;

static uint32_t clamped(size_t count) {
    return count < UINT32_MAX ? (uint32_t)count : UINT32_MAX;
}

kd_gunzip *kd_gunzip_begin(void) {
    if (!inflater) inflater = malloc(sizeof *inflater);
    if (!inflater) return NULL;
    isal_inflate_init(&inflater->state);
    inflater->state.crc_flag = ISAL_GZIP;
    return inflater;
}

int kd_gunzip_step(kd_gunzip *self, const uint8_t **in, size_t *in_left, uint8_t **out, size_t *out_left) {
    struct inflate_state *s = &self->state;
    s->next_in = (uint8_t *)*in;
    s->avail_in = clamped(*in_left);
    s->next_out = *out;
    s->avail_out = clamped(*out_left);
    int result = isal_inflate(s);
    *in_left -= (size_t)(s->next_in - *in);
    *in = s->next_in;
    *out_left -= (size_t)(s->next_out - *out);
    *out = s->next_out;
    if (result != ISAL_DECOMP_OK && result != ISAL_END_INPUT && result != ISAL_OUT_OVERFLOW) return kd_gzip_corrupt;
    return s->block_state == ISAL_BLOCK_FINISH ? kd_gzip_done : kd_gzip_more;
}

kd_gzip *kd_gzip_begin(void) {
    if (!deflater) deflater = malloc(sizeof *deflater);
    if (!deflater) return NULL;
    isal_deflate_init(&deflater->stream);
    deflater->stream.level = 1;
    deflater->stream.level_buf = deflater->level_buffer;
    deflater->stream.level_buf_size = sizeof deflater->level_buffer;
    deflater->stream.gzip_flag = IGZIP_GZIP;
    deflater->stream.end_of_stream = 1;
    return deflater;
}

int kd_gzip_step(kd_gzip *self, const uint8_t **in, size_t *in_left, uint8_t **out, size_t *out_left) {
    struct isal_zstream *s = &self->stream;
    s->next_in = (uint8_t *)*in;
    s->avail_in = clamped(*in_left);
    s->next_out = *out;
    s->avail_out = clamped(*out_left);
    s->end_of_stream = *in_left == s->avail_in;
    int result = isal_deflate(s);
    *in_left -= (size_t)(s->next_in - *in);
    *in = s->next_in;
    *out_left -= (size_t)(s->next_out - *out);
    *out = s->next_out;
    if (result != COMP_OK) return kd_gzip_corrupt;
    return s->internal_state.state == ZSTATE_END ? kd_gzip_done : kd_gzip_more;
}
