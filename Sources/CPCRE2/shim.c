#include "CPCRE2.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/// What one search may cost before it gives up: a hostile pattern ends after some milliseconds, not after years.
enum { match_limit = 1000000, depth_limit = 100000, heap_kibibytes = 16384, stack_bytes = 1 << 20 };

struct kd_pattern {
    pcre2_code *code;
};

static _Thread_local pcre2_match_data *found;
static _Thread_local pcre2_match_context *context;

static bool ready(void) {
    if (found) return true;
    context = pcre2_match_context_create(NULL);
    if (!context) return false;
    pcre2_set_match_limit(context, match_limit);
    pcre2_set_depth_limit(context, depth_limit);
    pcre2_set_heap_limit(context, heap_kibibytes);
    pcre2_jit_stack *stack = pcre2_jit_stack_create(32768, stack_bytes, NULL);
    if (stack) pcre2_jit_stack_assign(context, NULL, stack);
    found = pcre2_match_data_create(1, NULL);
    return found != NULL;
}

kd_pattern *kd_pattern_compile(
    const uint8_t *text, size_t length, bool literal, bool caseless, char *message, size_t capacity, size_t *position) {
    int code = 0;
    uint32_t options = PCRE2_MATCH_INVALID_UTF | (caseless ? PCRE2_CASELESS : 0);
    options |= literal ? PCRE2_LITERAL : PCRE2_NEVER_BACKSLASH_C;
    kd_pattern *pattern = malloc(sizeof *pattern);
    if (!pattern) return NULL;
    pattern->code = pcre2_compile(text, length, options, &code, position, NULL);
    if (!pattern->code) {
        pcre2_get_error_message(code, (PCRE2_UCHAR *)message, capacity);
        free(pattern);
        return NULL;
    }
    // Without machine code the interpreter does the same, slower.
    pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    return pattern;
}

int kd_pattern_find(const kd_pattern *pattern, const uint8_t *bytes, size_t length) {
    if (!ready()) return -1;
    int result = pcre2_match(pattern->code, bytes, length, 0, 0, found, context);
    if (result >= 0) return 1;
    return result == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

void kd_pattern_free(kd_pattern *pattern) {
    if (!pattern) return;
    pcre2_code_free(pattern->code);
    free(pattern);
}
