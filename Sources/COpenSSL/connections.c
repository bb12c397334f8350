#include "COpenSSL.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct kd_tls {
    SSL *ssl;
    BIO *in, *out;
    unsigned long error;
    /// What a certificate that was not believed says of itself: OpenSSL forgets it with the failure.
    char refused[512];
};

/// `localhost, 127.0.0.1`: whom a certificate is for.
static void names_of(X509 *certificate, char *out, size_t capacity) {
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    size_t used = 0;
    out[0] = 0;
    for (int index = 0; names && index < sk_GENERAL_NAME_num(names); index++) {
        GENERAL_NAME *name = sk_GENERAL_NAME_value(names, index);
        char text[256] = "";
        if (name->type == GEN_DNS) {
            snprintf(
                text, sizeof text, "%.*s", ASN1_STRING_length(name->d.dNSName),
                (const char *)ASN1_STRING_get0_data(name->d.dNSName));
        } else if (name->type == GEN_IPADD) {
            char *address = i2s_ASN1_OCTET_STRING(NULL, name->d.iPAddress);
            const unsigned char *bytes = ASN1_STRING_get0_data(name->d.iPAddress);
            if (ASN1_STRING_length(name->d.iPAddress) == 4)
                snprintf(text, sizeof text, "%d.%d.%d.%d", bytes[0], bytes[1], bytes[2], bytes[3]);
            else if (address)
                snprintf(text, sizeof text, "%s", address);
            OPENSSL_free(address);
        }
        if (!text[0]) continue;
        int wrote = snprintf(out + used, capacity - used, "%s%s", used ? ", " : "", text);
        if (wrote < 0 || (size_t)wrote >= capacity - used) {
            out[used] = 0;
            break;
        }
        used += (size_t)wrote;
    }
    GENERAL_NAMES_free(names);
}

/// `CN=localhost, O=Example`, without the slashes of old.
static void name_of(X509_NAME *name, char *out, size_t capacity) {
    BIO *text = BIO_new(BIO_s_mem());
    out[0] = 0;
    if (text && X509_NAME_print_ex(text, name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB & ~XN_FLAG_SPC_EQ) >= 0) {
        int count = BIO_read(text, out, (int)capacity - 1);
        out[count > 0 ? count : 0] = 0;
    }
    BIO_free(text);
}

static long long end_of(X509 *certificate) {
    struct tm end;
    if (!ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end)) return 0;
    return (long long)timegm(&end);
}

static int verified(int believed, X509_STORE_CTX *store) {
    SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
    kd_tls *tls = ssl ? SSL_get_app_data(ssl) : NULL;
    X509 *certificate = X509_STORE_CTX_get_current_cert(store);
    if (believed || !tls || !certificate) return believed;
    char subject[160], detail[300];
    name_of(X509_get_subject_name(certificate), subject, sizeof subject);
    switch (X509_STORE_CTX_get_error(store)) {
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH: names_of(certificate, detail, sizeof detail); break;
        case X509_V_ERR_CERT_HAS_EXPIRED: {
            struct tm end;
            if (!ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end)) return believed;
            strftime(detail, sizeof detail, "%Y-%m-%d %H:%M UTC", &end);
            break;
        }
        default: name_of(X509_get_issuer_name(certificate), detail, sizeof detail);
    }
    snprintf(tls->refused, sizeof tls->refused, "%s\n%s", subject, detail);
    return believed;
}

kd_tls *kd_tls_create(kd_tls_context *context, int server, const char *host, int verify) {
    kd_tls *tls = calloc(1, sizeof *tls);
    if (!tls) abort();
    tls->ssl = SSL_new(context);
    tls->in = BIO_new(BIO_s_mem());
    tls->out = BIO_new(BIO_s_mem());
    if (!tls->ssl || !tls->in || !tls->out) abort();
    SSL_set_bio(tls->ssl, tls->in, tls->out);
    SSL_set_app_data(tls->ssl, tls);
    if (server) {
        SSL_set_accept_state(tls->ssl);
        return tls;
    }
    SSL_set_connect_state(tls->ssl);
    SSL_set_verify(tls->ssl, verify == KD_VERIFY_NOTHING ? SSL_VERIFY_NONE : SSL_VERIFY_PEER, verified);
    if (!host) return tls;
    ASN1_OCTET_STRING *address = a2i_IPADDRESS(host);
    ERR_clear_error();
    if (!address) SSL_set_tlsext_host_name(tls->ssl, host);
    if (verify == KD_VERIFY_CHAIN_AND_NAME) {
        SSL_set_hostflags(tls->ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        // A name OpenSSL cannot take must not end as "no check".
        int taken = address ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls->ssl), host)
                            : SSL_set1_host(tls->ssl, host);
        if (!taken) abort();
    }
    ASN1_OCTET_STRING_free(address);
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

int kd_tls_why(kd_tls *tls, char *words, size_t capacity) {
    int reason = ERR_GET_LIB(tls->error) == ERR_LIB_SSL ? ERR_GET_REASON(tls->error) : 0;
    long belief = SSL_get_verify_result(tls->ssl);
    if (reason == SSL_R_CERTIFICATE_VERIFY_FAILED && belief != X509_V_OK) {
        char subject[160] = "";
        const char *detail = strchr(tls->refused, '\n');
        snprintf(subject, sizeof subject, "%.*s", detail ? (int)(detail - tls->refused) : 0, tls->refused);
        const char *lead = belief == X509_V_ERR_CERT_HAS_EXPIRED ? "it ended "
                           : belief == X509_V_ERR_HOSTNAME_MISMATCH || belief == X509_V_ERR_IP_ADDRESS_MISMATCH
                               ? "it is for "
                               : "issued by ";
        int has = detail && detail[1];
        snprintf(
            words, capacity, "%s (certificate %s%s%s%s)", X509_verify_cert_error_string(belief), subject,
            has ? ", " : "", has ? lead : "", has ? detail + 1 : "");
        return KD_TLS_CERTIFICATE;
    }
    const char *why = ERR_reason_error_string(tls->error);
    snprintf(words, capacity, "%s", why ? why : "the connection broke off");
    switch (reason) {
        case SSL_R_WRONG_VERSION_NUMBER:
        case SSL_R_HTTP_REQUEST:
        case SSL_R_PACKET_LENGTH_TOO_LONG: return KD_TLS_NOT_TLS;
        // What servers say of the client's certificate, or of none.
        case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
        case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
        case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
        case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
        case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
        case SSL_R_TLSV1_ALERT_UNKNOWN_CA: return KD_TLS_WANTS_IDENTITY;
        default: return KD_TLS_OTHER;
    }
}

void kd_tls_describe(kd_tls *tls, kd_tls_facts *facts) {
    memset(facts, 0, sizeof *facts);
    snprintf(facts->version, sizeof facts->version, "%s", SSL_get_version(tls->ssl));
    snprintf(facts->cipher, sizeof facts->cipher, "%s", SSL_get_cipher_name(tls->ssl));
    X509 *certificate = SSL_get0_peer_certificate(tls->ssl);
    if (!certificate) return;
    name_of(X509_get_subject_name(certificate), facts->subject, sizeof facts->subject);
    name_of(X509_get_issuer_name(certificate), facts->issuer, sizeof facts->issuer);
    names_of(certificate, facts->names, sizeof facts->names);
    facts->not_after = end_of(certificate);
}
