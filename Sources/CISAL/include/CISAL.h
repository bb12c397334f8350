#ifndef CISAL_H
#define CISAL_H

// The C door of ISA-L: two checksums and gzip both ways. The library's own structs hold arrays too large for Swift's
// importer, so streams are opaque here.

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli) of `length` bytes, continuing from `crc` (0 to begin). Any length.
uint32_t kd_crc32c(uint32_t crc, const void *bytes, size_t length);

/// CRC-32 as gzip and Kafka's magic 0 and 1 use it, continuing from `crc` (0 to begin).
uint32_t kd_crc32(uint32_t crc, const void *bytes, size_t length);

/// What a step of a stream came to.
enum {
    kd_gzip_more = 0,    ///< wants more input or more room
    kd_gzip_done = 1,    ///< the gzip member is whole (inflate) or everything is written (deflate)
    kd_gzip_corrupt = -1,
    kd_gzip_memory = -2,
};

typedef struct kd_gunzip kd_gunzip;

/// This thread's inflater, reset to the start of a gzip member. NULL when there is no memory.
kd_gunzip *kd_gunzip_begin(void);

/// Inflates from `*in` into `*out`; both pointers and both counts move on by what was used.
int kd_gunzip_step(kd_gunzip *, const uint8_t **in, size_t *in_left, uint8_t **out, size_t *out_left);

typedef struct kd_gzip kd_gzip;

/// This thread's deflater (level 1), reset. NULL when there is no memory.
kd_gzip *kd_gzip_begin(void);

/// Deflates all of `*in` as one gzip member into `*out`; call again with more room while it says `kd_gzip_more`.
int kd_gzip_step(kd_gzip *, const uint8_t **in, size_t *in_left, uint8_t **out, size_t *out_left);

#endif
