#ifndef CPCRE2_H
#define CPCRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A compiled pattern, read only: many threads may match with it.
typedef struct kd_pattern kd_pattern;

/// Compiles `text`, translated to machine code where the library can. `literal` takes every byte as itself, `caseless` leaves
/// the case of letters aside. The subject may be any bytes: what is no UTF-8 matches nothing. NULL when it is no pattern;
/// then `message` (of `capacity` bytes) says why and `position` is the byte where it broke.
kd_pattern *kd_pattern_compile(
    const uint8_t *text, size_t length, bool literal, bool caseless, char *message, size_t capacity, size_t *position);

/// 1 when it is found in `bytes`, 0 when not, -1 when the search gave up: it needed more steps or memory than it may have.
int kd_pattern_find(const kd_pattern *pattern, const uint8_t *bytes, size_t length);

void kd_pattern_free(kd_pattern *pattern);

#endif
