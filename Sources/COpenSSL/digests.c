#include "COpenSSL.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

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
