#define _GNU_SOURCE
#include "CByteSearch.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

/// How common a byte is in JSON and text; a rare one makes few places to look at.
static int commonness(uint8_t byte) {
    if (byte == 0 || byte == ' ' || byte == '"' || byte == ':' || byte == ',') return 5;
    if (strchr("aeinorst", byte)) return 4;
    if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z' && !strchr("jkqvwxz", byte))) return 3;
    if (strchr("{}[]_-.", byte)) return 2;
    return byte < 0x80 ? 1 : 2;
}

__attribute__((target("avx2"))) static bool
contain_avx2(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t length) {
    size_t first = 0, second = length - 1;
    for (size_t i = 1; i < length; i++)
        if (commonness(needle[i]) < commonness(needle[first])) first = i;
    if (second == first) second = 0;
    for (size_t i = 0; i < length; i++)
        if (i != first && needle[i] != needle[first] && commonness(needle[i]) < commonness(needle[second])) second = i;
    const __m256i a = _mm256_set1_epi8((char)needle[first]), b = _mm256_set1_epi8((char)needle[second]);
    // A place is the start of the needle; all 32 places of a step and their whole needles lie inside.
    size_t at = 0;
    for (; count - at >= length + 31; at += 32) {
        const __m256i x = _mm256_loadu_si256((const __m256i *)(bytes + at + first));
        const __m256i y = _mm256_loadu_si256((const __m256i *)(bytes + at + second));
        uint32_t both = (uint32_t)_mm256_movemask_epi8(
            _mm256_and_si256(_mm256_cmpeq_epi8(x, a), _mm256_cmpeq_epi8(y, b)));
        for (; both; both &= both - 1)
            if (!memcmp(bytes + at + __builtin_ctz(both), needle, length)) return true;
    }
    return memmem(bytes + at, count - at, needle, length) != NULL;
}
#endif

bool kd_bytes_contain(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t length) {
    if (length == 0) return true;
    if (count < length) return false;
#if defined(__x86_64__)
    if (length >= 2 && __builtin_cpu_supports("avx2")) return contain_avx2(bytes, count, needle, length);
#endif
    return memmem(bytes, count, needle, length) != NULL;
}
