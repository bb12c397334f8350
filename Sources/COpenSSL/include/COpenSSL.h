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

typedef struct ssl_ctx_st kd_tls_context;
typedef struct kd_tls kd_tls;

/// A context for clients or servers, TLS 1.2 and later; NULL with words in `error`.
kd_tls_context *kd_tls_context_create(int server, char *error, size_t capacity);
void kd_tls_context_free(kd_tls_context *context);
/// Trusts the system's authorities (`path` NULL) or those of a PEM file. Returns 1, or 0 with words.
int kd_tls_context_trust(kd_tls_context *context, const char *path, char *error, size_t capacity);
/// The own certificate chain and key, PEM files. Returns 1, or 0 with words.
int kd_tls_context_identity(
    kd_tls_context *context, const char *certificate, const char *key, char *error, size_t capacity);
/// Asks peers of a server for a certificate and refuses those without.
void kd_tls_context_require_peer(kd_tls_context *context);

/// One connection over memory. A client with a `host` checks chain and name (or address); with `verify` 0 it checks neither.
kd_tls *kd_tls_create(kd_tls_context *context, int server, const char *host, int verify);
void kd_tls_free(kd_tls *tls);
/// Gives it bytes that came off the socket.
void kd_tls_feed(kd_tls *tls, const void *bytes, size_t count);
enum { KD_TLS_MORE = 0, KD_TLS_CLOSED = -1, KD_TLS_FAILED = -2 };
/// 1 when the handshake is done, or one of the codes above.
int kd_tls_handshake(kd_tls *tls);
/// Clear bytes, or one of the codes above.
int kd_tls_read(kd_tls *tls, void *bytes, int count);
/// Seals `count` bytes; returns `count`, or one of the codes above.
int kd_tls_write(kd_tls *tls, const void *bytes, int count);
/// Says good-bye into the output.
void kd_tls_shutdown(kd_tls *tls);
/// What is to leave through the socket; valid until `kd_tls_output_taken`.
size_t kd_tls_output(kd_tls *tls, const uint8_t **bytes);
void kd_tls_output_taken(kd_tls *tls);
/// Why the last call failed, in words.
void kd_tls_words(kd_tls *tls, char *words, size_t capacity);

#endif
