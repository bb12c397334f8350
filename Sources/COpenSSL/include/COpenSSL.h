#ifndef COPENSSL_H
#define COPENSSL_H

// The C door of OpenSSL: digests for SCRAM, and TLS over memory. Everything answers with numbers and fills buffers of the
// caller.

#include <stddef.h>
#include <stdint.h>

/// The digest of `data`; `name` is "SHA256" or "SHA512". Returns its length, or -1.
int kd_digest(const char *name, const void *data, size_t count, uint8_t *out, size_t capacity);
/// HMAC. Returns its length, or -1.
int kd_hmac(
    const char *name, const void *key, size_t key_count, const void *data, size_t count, uint8_t *out, size_t capacity);
/// PBKDF2 with HMAC, filling `out`. Returns 1, or 0 when it failed.
int kd_pbkdf2(
    const char *name, const void *password, size_t password_count, const void *salt, size_t salt_count, int iterations,
    uint8_t *out, size_t count);
/// 1 when both hold the same bytes; takes as long whether they do or not.
int kd_same_bytes(const void *a, const void *b, size_t count);
/// Fills `out` with bytes nobody can guess. Returns 1, or 0 when the system has none.
int kd_random(uint8_t *out, size_t count);

#endif
