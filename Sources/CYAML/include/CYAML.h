#ifndef CYAML_H
#define CYAML_H

// The C door of libyaml: the first document of a text as a flat list of nodes, parents before children, children in the
// order of the text. Anchors and aliases are refused: a few bytes of them can stand for gigabytes.

#include <stddef.h>
#include <stdint.h>

typedef struct kyaml kyaml;

enum { kyaml_map, kyaml_list, kyaml_plain, kyaml_quoted };

typedef struct {
    int32_t kind;
    int32_t parent;   // index of the map or list around it; -1 for the root
    uint32_t line;    // from 1
    uint32_t column;  // from 1
    const char *key;  // empty in lists; not zero-terminated
    size_t key_size;
    const char *text;  // of scalars
    size_t text_size;
} kyaml_node;

// Parses `size` bytes. On failure returns NULL, writes a zero-terminated message and the place of the error.
kyaml *kyaml_parse(const char *text, size_t size, char *message, size_t message_size, uint32_t *line, uint32_t *column);
size_t kyaml_count(const kyaml *document);
const kyaml_node *kyaml_nodes(const kyaml *document);
void kyaml_free(kyaml *document);

#endif
