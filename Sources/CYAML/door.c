#include "CYAML.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { DEPTH = 64 };

struct kyaml {
    kyaml_node *nodes;
    size_t count, capacity;
};

/// What is open around the next node, and the key that waits for its value.
typedef struct {
    int32_t open[DEPTH];
    char *key[DEPTH];
    size_t key_size[DEPTH];
    int depth;
} place;

static char *copy(const void *bytes, size_t size) {
    char *made = malloc(size + 1);
    if (!made) abort();
    memcpy(made, bytes, size);
    made[size] = 0;
    return made;
}

static kyaml_node *add(kyaml *document, place *at, int32_t kind, yaml_mark_t mark) {
    if (document->count == document->capacity) {
        document->capacity = document->capacity ? document->capacity * 2 : 64;
        document->nodes = realloc(document->nodes, document->capacity * sizeof *document->nodes);
        if (!document->nodes) abort();
    }
    kyaml_node *node = &document->nodes[document->count++];
    memset(node, 0, sizeof *node);
    node->kind = kind;
    node->parent = at->depth ? at->open[at->depth - 1] : -1;
    node->line = (uint32_t)mark.line + 1;
    node->column = (uint32_t)mark.column + 1;
    if (at->depth && at->key[at->depth - 1]) {
        node->key = at->key[at->depth - 1];
        node->key_size = at->key_size[at->depth - 1];
        at->key[at->depth - 1] = NULL;
    }
    return node;
}

static const char *begin(kyaml *document, place *at, int32_t kind, yaml_mark_t mark) {
    if (at->depth == DEPTH) return "nested too deeply";
    if (at->depth && document->nodes[at->open[at->depth - 1]].kind == kyaml_map && !at->key[at->depth - 1])
        return "a key is a map or a list";
    add(document, at, kind, mark);
    at->open[at->depth] = (int32_t)document->count - 1;
    at->key[at->depth++] = NULL;
    return NULL;
}

static void scalar(kyaml *document, place *at, const yaml_event_t *event) {
    const char *text = (const char *)event->data.scalar.value;
    size_t size = event->data.scalar.length;
    int top = at->depth - 1;
    if (top >= 0 && document->nodes[at->open[top]].kind == kyaml_map && !at->key[top]) {
        at->key[top] = copy(text, size);
        at->key_size[top] = size;
        return;
    }
    int32_t kind = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? kyaml_plain : kyaml_quoted;
    kyaml_node *node = add(document, at, kind, event->start_mark);
    node->text = copy(text, size);
    node->text_size = size;
}

/// Takes one event; words when it cannot be taken.
static const char *take(kyaml *document, place *at, const yaml_event_t *event) {
    switch (event->type) {
        case YAML_ALIAS_EVENT: return "anchors and aliases are not read";
        case YAML_SCALAR_EVENT: scalar(document, at, event); return NULL;
        case YAML_MAPPING_START_EVENT: return begin(document, at, kyaml_map, event->start_mark);
        case YAML_SEQUENCE_START_EVENT: return begin(document, at, kyaml_list, event->start_mark);
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT: at->depth--; return NULL;
        default: return NULL;
    }
}

kyaml *kyaml_parse(const char *text, size_t size, char *message, size_t message_size, uint32_t *line, uint32_t *column) {
    kyaml *document = calloc(1, sizeof *document);
    yaml_parser_t parser;
    if (!document || !yaml_parser_initialize(&parser)) abort();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
    place at = {.depth = 0};
    const char *why = NULL;
    for (int done = 0; !done && !why;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            why = parser.problem ? parser.problem : "not YAML";
            *line = (uint32_t)parser.problem_mark.line + 1;
            *column = (uint32_t)parser.problem_mark.column + 1;
            break;
        }
        why = take(document, &at, &event);
        *line = (uint32_t)event.start_mark.line + 1;
        *column = (uint32_t)event.start_mark.column + 1;
        done = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    for (int level = 0; level < at.depth; level++) free(at.key[level]);
    if (why) {
        snprintf(message, message_size, "%s", why);
        kyaml_free(document);
        document = NULL;
    }
    yaml_parser_delete(&parser);
    return document;
}

size_t kyaml_count(const kyaml *document) { return document->count; }

const kyaml_node *kyaml_nodes(const kyaml *document) { return document->nodes; }

void kyaml_free(kyaml *document) {
    for (size_t index = 0; index < document->count; index++) {
        free((void *)document->nodes[index].key);
        free((void *)document->nodes[index].text);
    }
    free(document->nodes);
    free(document);
}
