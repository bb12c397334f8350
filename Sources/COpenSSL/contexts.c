#include "COpenSSL.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>

static int fail(char *error, size_t capacity, const char *what) {
    // The first error is the cause, later ones tell who gave up because of it.
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

int kd_tls_context_trust_system(kd_tls_context *context, char *error, size_t capacity) {
    ERR_clear_error();
    return SSL_CTX_set_default_verify_paths(context) == 1 ? 1 : fail(error, capacity, "the system's authorities");
}

static int believe(kd_tls_context *context, X509 *certificate) {
    return X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate) == 1;
}

/// Never asks on the terminal, as OpenSSL's own would.
static int give_password(char *out, int capacity, int writing, void *password) {
    (void)writing;
    int count = password ? (int)strlen(password) : -1;
    if (count < 0 || count > capacity) return -1;
    memcpy(out, password, (size_t)count);
    return count;
}

/// Opens a store. Those of old Java use ciphers that OpenSSL keeps in a provider of its own.
static int open_store(
    const void *bytes, size_t count, const char *password, EVP_PKEY **key, X509 **certificate,
    STACK_OF(X509) **others, char *error, size_t capacity) {
    const unsigned char *at = bytes;
    PKCS12 *store = d2i_PKCS12(NULL, &at, (long)count);
    if (!store) return fail(error, capacity, "it is no PKCS12 store");
    int opened = PKCS12_parse(store, password, key, certificate, others);
    if (!opened && ERR_GET_REASON(ERR_peek_last_error()) != PKCS12_R_MAC_VERIFY_FAILURE &&
        OSSL_PROVIDER_load(NULL, "legacy") && OSSL_PROVIDER_load(NULL, "default"))
        opened = PKCS12_parse(store, password, key, certificate, others);
    PKCS12_free(store);
    return opened ? 1 : fail(error, capacity, password ? "the password does not open it" : "it needs a password");
}

static int trust_pem(kd_tls_context *context, const void *bytes, size_t count, char *error, size_t capacity) {
    BIO *text = BIO_new_mem_buf(bytes, (int)count);
    int added = 0;
    X509 *certificate;
    while (text && (certificate = PEM_read_bio_X509_AUX(text, NULL, give_password, NULL))) {
        added += believe(context, certificate);
        X509_free(certificate);
    }
    BIO_free(text);
    if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE) return fail(error, capacity, "a certificate in it");
    ERR_clear_error();
    return added ? added : fail(error, capacity, "there is no PEM certificate in it");
}

static int trust_pkcs12(
    kd_tls_context *context, const void *bytes, size_t count, const char *password, char *error, size_t capacity) {
    EVP_PKEY *key = NULL;
    X509 *own = NULL;
    STACK_OF(X509) *others = NULL;
    if (!open_store(bytes, count, password, &key, &own, &others, error, capacity)) return 0;
    int added = own ? believe(context, own) : 0;
    for (int index = 0; index < sk_X509_num(others); index++) added += believe(context, sk_X509_value(others, index));
    EVP_PKEY_free(key);
    X509_free(own);
    sk_X509_pop_free(others, X509_free);
    return added ? added : fail(error, capacity, "there is no certificate in it");
}

int kd_tls_context_trust(
    kd_tls_context *context, int format, const void *bytes, size_t count, const char *password, char *error,
    size_t capacity) {
    ERR_clear_error();
    if (format == KD_PEM) return trust_pem(context, bytes, count, error, capacity);
    if (format == KD_PKCS12) return trust_pkcs12(context, bytes, count, password, error, capacity);
    const unsigned char *at = bytes;
    X509 *certificate = d2i_X509(NULL, &at, (long)count);
    int added = certificate && believe(context, certificate);
    X509_free(certificate);
    return added ? 1 : fail(error, capacity, "a certificate in it");
}

static int identify(
    kd_tls_context *context, X509 *own, EVP_PKEY *key, STACK_OF(X509) *others, char *error, size_t capacity) {
    if (!own) return fail(error, capacity, "there is no certificate in it");
    if (!key) return fail(error, capacity, "there is no key in it");
    if (SSL_CTX_use_cert_and_key(context, own, key, others, 1) == 1) return 1;
    return fail(error, capacity, "key and certificate");
}

int kd_tls_context_identity_pem(
    kd_tls_context *context, const void *chain, size_t chain_count, const void *key, size_t key_count,
    const char *password, char *error, size_t capacity) {
    ERR_clear_error();
    BIO *text = BIO_new_mem_buf(chain, (int)chain_count);
    BIO *key_text = BIO_new_mem_buf(key, (int)key_count);
    EVP_PKEY *private = key_text ? PEM_read_bio_PrivateKey(key_text, NULL, give_password, (void *)password) : NULL;
    BIO_free(key_text);
    if (!private) {
        BIO_free(text);
        return fail(error, capacity, password ? "the key cannot be opened" : "the key cannot be opened without a password");
    }
    X509 *own = text ? PEM_read_bio_X509_AUX(text, NULL, give_password, NULL) : NULL;
    STACK_OF(X509) *others = sk_X509_new_null();
    X509 *next;
    while (own && others && (next = PEM_read_bio_X509(text, NULL, give_password, NULL))) sk_X509_push(others, next);
    BIO_free(text);
    if (own) ERR_clear_error();
    int done = identify(context, own, private, others, error, capacity);
    EVP_PKEY_free(private);
    X509_free(own);
    sk_X509_pop_free(others, X509_free);
    return done;
}

int kd_tls_context_identity_pkcs12(
    kd_tls_context *context, const void *bytes, size_t count, const char *password, char *error, size_t capacity) {
    ERR_clear_error();
    EVP_PKEY *key = NULL;
    X509 *own = NULL;
    STACK_OF(X509) *others = NULL;
    if (!open_store(bytes, count, password, &key, &own, &others, error, capacity)) return 0;
    int done = identify(context, own, key, others, error, capacity);
    EVP_PKEY_free(key);
    X509_free(own);
    sk_X509_pop_free(others, X509_free);
    return done;
}

void kd_tls_context_require_peer(kd_tls_context *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
}
