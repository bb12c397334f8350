#ifndef CByteSearch_H
#define CByteSearch_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether `needle` stands in `bytes`. Where the processor has AVX2, two of the needle's bytes are compared with 32 places at
/// a time and only places where both stand are looked at; elsewhere it is the C library's memmem. Reads nothing outside.
bool kd_bytes_contain(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t length);

#endif
