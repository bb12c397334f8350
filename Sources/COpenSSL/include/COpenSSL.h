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
/// Trusts the system's authorities. Returns 1, or 0 with words.
int kd_tls_context_trust_system(kd_tls_context *context, char *error, size_t capacity);
/// How certificates and keys are written down.
enum { KD_PEM, KD_DER, KD_PKCS12 };
/// Trusts the certificates in `bytes`; the password, which may be NULL, opens PKCS12. Returns how many, or 0 with words.
int kd_tls_context_trust(
    kd_tls_context *context, int format, const void *bytes, size_t count, const char *password, char *error,
    size_t capacity);
/// The own certificate chain and key, both PEM; the password, which may be NULL, opens the key. Returns 1, or 0 with words.
int kd_tls_context_identity_pem(
    kd_tls_context *context, const void *chain, size_t chain_count, const void *key, size_t key_count,
    const char *password, char *error, size_t capacity);
/// The own certificate chain and key out of PKCS12. Returns 1, or 0 with words.
int kd_tls_context_identity_pkcs12(
    kd_tls_context *context, const void *bytes, size_t count, const char *password, char *error, size_t capacity);
/// Asks peers of a server for a certificate and refuses those without.
void kd_tls_context_require_peer(kd_tls_context *context);

/// What a client checks of its peer.
enum { KD_VERIFY_NOTHING, KD_VERIFY_CHAIN, KD_VERIFY_CHAIN_AND_NAME };
/// One connection over memory. A client checks what `verify` says against `host`, a name or an address.
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
/// Why the last call failed.
enum { KD_TLS_OTHER, KD_TLS_CERTIFICATE, KD_TLS_NOT_TLS, KD_TLS_WANTS_IDENTITY };
/// Why the last call failed, as one of the numbers above and in words; of a certificate that is not believed, what it says
/// of itself.
int kd_tls_why(kd_tls *tls, char *words, size_t capacity);
/// What stands between both sides: version, cipher, and the peer's certificate.
typedef struct {
    char version[16], cipher[64];
    char subject[256], issuer[256], names[512];
    /// Until when the certificate holds, in seconds since 1970; 0 without a certificate.
    long long not_after;
} kd_tls_facts;
void kd_tls_describe(kd_tls *tls, kd_tls_facts *facts);

#endif
