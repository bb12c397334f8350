#ifndef COpenSSL_H
#define COpenSSL_H

#include <openssl/evp.h>
#include <openssl/ssl.h>

#endif
