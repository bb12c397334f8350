#ifndef CTomlplusplus_H
#define CTomlplusplus_H

// The C door of toml++: a document as a flat list of nodes, parents before children, children in source order.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ktoml ktoml;

enum { ktoml_table, ktoml_array, ktoml_string, ktoml_integer, ktoml_double, ktoml_boolean, ktoml_date };

typedef struct {
    int32_t kind;
    int32_t parent;     // index of the table or array around it; -1 for the root
    uint32_t line;      // from 1
    uint32_t column;    // from 1
    const char *key;    // empty in arrays; not zero-terminated
    size_t key_size;
    const char *text;   // strings and dates (ISO 8601)
    size_t text_size;
    int64_t integer;    // also 0 or 1 of booleans
    double number;
} ktoml_node;

// Parses `size` bytes. On failure returns NULL, writes a zero-terminated message and the place of the error.
ktoml *ktoml_parse(const char *text, size_t size, char *message, size_t message_size, uint32_t *line, uint32_t *column);
size_t ktoml_count(const ktoml *document);
const ktoml_node *ktoml_nodes(const ktoml *document);
void ktoml_free(ktoml *document);

#ifdef __cplusplus
}
#endif

#endif
