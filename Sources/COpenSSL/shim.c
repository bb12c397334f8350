#include "COpenSSL.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int kd_digest(const char *name, const void *data, size_t count, uint8_t *out, size_t capacity) {
    const EVP_MD *digest = EVP_get_digestbyname(name);
    unsigned int length = 0;
    if (!digest || capacity < (size_t)EVP_MD_get_size(digest)) return -1;
    return EVP_Digest(data, count, out, &length, digest, NULL) == 1 ? (int)length : -1;
}

int kd_hmac(
    const char *name, const void *key, size_t key_count, const void *data, size_t count, uint8_t *out,
    size_t capacity) {
    size_t length = 0;
    unsigned char *done =
        EVP_Q_mac(NULL, "HMAC", NULL, name, NULL, key_count ? key : "", key_count, data, count, out, capacity, &length);
    return done ? (int)length : -1;
}

int kd_pbkdf2(
    const char *name, const void *password, size_t password_count, const void *salt, size_t salt_count, int iterations,
    uint8_t *out, size_t count) {
    const EVP_MD *digest = EVP_get_digestbyname(name);
    if (!digest) return 0;
    return PKCS5_PBKDF2_HMAC(password, (int)password_count, salt, (int)salt_count, iterations, digest, (int)count, out);
}

int kd_same_bytes(const void *a, const void *b, size_t count) { return CRYPTO_memcmp(a, b, count) == 0; }

int kd_random(uint8_t *out, size_t count) { return RAND_bytes(out, (int)count) == 1; }

struct kd_tls {
    SSL *ssl;
    BIO *in, *out;
    unsigned long error;
};

static int fail(char *error, size_t capacity, const char *what) {
    unsigned long code = ERR_peek_error();
    const char *why = code ? ERR_reason_error_string(code) : NULL;
    snprintf(error, capacity, "%s%s%s", what, why ? ": " : "", why ? why : "");
    ERR_clear_error();
    return 0;
}

kd_tls_context *kd_tls_context_create(int server, char *error, size_t capacity) {
    ERR_clear_error();
    SSL_CTX *context = SSL_CTX_new(server ? TLS_server_method() : TLS_client_method());
    if (!context) {
        fail(error, capacity, "no TLS context");
        return NULL;
    }
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    return context;
}

void kd_tls_context_free(kd_tls_context *context) { SSL_CTX_free(context); }

int kd_tls_context_trust(kd_tls_context *context, const char *path, char *error, size_t capacity) {
    ERR_clear_error();
    int done = path ? SSL_CTX_load_verify_locations(context, path, NULL) : SSL_CTX_set_default_verify_paths(context);
    return done == 1 ? 1 : fail(error, capacity, path ? path : "the system's authorities");
}

int kd_tls_context_identity(
    kd_tls_context *context, const char *certificate, const char *key, char *error, size_t capacity) {
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context, certificate) != 1) return fail(error, capacity, certificate);
    if (SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1) return fail(error, capacity, key);
    if (SSL_CTX_check_private_key(context) != 1) return fail(error, capacity, "key and certificate");
    return 1;
}

void kd_tls_context_require_peer(kd_tls_context *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
}

kd_tls *kd_tls_create(kd_tls_context *context, int server, const char *host, int verify) {
    kd_tls *tls = calloc(1, sizeof *tls);
    if (!tls) abort();
    tls->ssl = SSL_new(context);
    tls->in = BIO_new(BIO_s_mem());
    tls->out = BIO_new(BIO_s_mem());
    if (!tls->ssl || !tls->in || !tls->out) abort();
    SSL_set_bio(tls->ssl, tls->in, tls->out);
    if (server) {
        SSL_set_accept_state(tls->ssl);
        return tls;
    }
    SSL_set_connect_state(tls->ssl);
    SSL_set_verify(tls->ssl, verify ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, NULL);
    if (host && !X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls->ssl), host)) {
        ERR_clear_error();
        SSL_set_tlsext_host_name(tls->ssl, host);
        SSL_set_hostflags(tls->ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        // A name OpenSSL cannot take must not end as "no check".
        if (!SSL_set1_host(tls->ssl, host)) abort();
    }
    return tls;
}

void kd_tls_free(kd_tls *tls) {
    SSL_free(tls->ssl);
    free(tls);
}

void kd_tls_feed(kd_tls *tls, const void *bytes, size_t count) { BIO_write(tls->in, bytes, (int)count); }

static int outcome(kd_tls *tls, int result) {
    if (result > 0) return result;
    switch (SSL_get_error(tls->ssl, result)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE: return KD_TLS_MORE;
        case SSL_ERROR_ZERO_RETURN: return KD_TLS_CLOSED;
        default: tls->error = ERR_peek_error(); return KD_TLS_FAILED;
    }
}

int kd_tls_handshake(kd_tls *tls) {
    ERR_clear_error();
    return outcome(tls, SSL_do_handshake(tls->ssl));
}

int kd_tls_read(kd_tls *tls, void *bytes, int count) {
    ERR_clear_error();
    return outcome(tls, SSL_read(tls->ssl, bytes, count));
}

int kd_tls_write(kd_tls *tls, const void *bytes, int count) {
    ERR_clear_error();
    return outcome(tls, SSL_write(tls->ssl, bytes, count));
}

void kd_tls_shutdown(kd_tls *tls) {
    if (SSL_is_init_finished(tls->ssl)) SSL_shutdown(tls->ssl);
    ERR_clear_error();
}

size_t kd_tls_output(kd_tls *tls, const uint8_t **bytes) {
    char *data = NULL;
    long count = BIO_get_mem_data(tls->out, &data);
    *bytes = (const uint8_t *)data;
    return count > 0 ? (size_t)count : 0;
}

void kd_tls_output_taken(kd_tls *tls) { (void)BIO_reset(tls->out); }

void kd_tls_words(kd_tls *tls, char *words, size_t capacity) {
    long verified = SSL_get_verify_result(tls->ssl);
    const char *why = verified != X509_V_OK && ERR_GET_REASON(tls->error) == SSL_R_CERTIFICATE_VERIFY_FAILED
                          ? X509_verify_cert_error_string(verified)
                          : ERR_reason_error_string(tls->error);
    snprintf(words, capacity, "%s", why ? why : "the connection broke off");
}
