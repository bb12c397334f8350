// The parser is compiled in, with errors as results: the programs are linked without tables for unwinding, so nothing may
// throw through them.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
// What it asserts after an error is not always so. It must neither end the program nor be taken for granted, and what
// follows such an assertion finds the error.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#include "CTomlplusplus.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <toml++/toml.h>
#include <vector>

struct ktoml {
    std::vector<ktoml_node> nodes;
    std::deque<std::string> texts;  // a deque: what the nodes point to never moves

    const std::string &keep(std::string text) {
        texts.push_back(std::move(text));
        return texts.back();
    }
};

namespace {

constexpr int deepest = 200;

struct place {
    uint32_t line, column;
};

// toml++ caps nested values at 256, but dotted keys nest without a cap and its destructor recurses: refuse text in which
// keys and brackets together could go deeper than `deepest`. Gives the place where they do.
std::optional<place> too_deep(const char *p, size_t n) {
    std::vector<int> levels{0};
    long depth = 0;
    uint32_t line = 1, column = 1;
    char quote = 0;
    bool triple = false;
    auto at = [&](size_t i) { return i < n ? p[i] : '\0'; };
    for (size_t i = 0; i < n; i++, column++) {
        char c = p[i];
        if (c == '\n') {
            line++;
            column = 0;
            if (!triple) quote = 0;
            if (levels.size() == 1) depth -= levels[0] - 1, levels[0] = 1;
            continue;
        }
        if (quote) {
            if (c == '\\' && quote == '"') {
                i++, column++;
                if (at(i) == '\n') line++, column = 0;
            } else if (c == quote && (!triple || (at(i + 1) == quote && at(i + 2) == quote))) {
                if (triple) i += 2, column += 2;
                quote = 0;
                triple = false;
            }
            continue;
        }
        switch (c) {
            case '"':
            case '\'':
                quote = c;
                triple = at(i + 1) == c && at(i + 2) == c;
                if (triple) i += 2, column += 2;
                break;
            case '#':
                while (i + 1 < n && p[i + 1] != '\n') i++;
                break;
            case '[':
            case '{':
                levels.push_back(1);
                depth++;
                break;
            case ']':
            case '}':
                if (levels.size() > 1) {
                    int gone = levels.back();
                    levels.pop_back();
                    depth -= gone;
                }
                break;
            case ',':
                depth -= levels.back() - 1;
                levels.back() = 1;
                break;
            case '.':
                levels.back()++;
                depth++;
                break;
        }
        if (depth > deepest) return place{line, column};
    }
    return std::nullopt;
}

// No deeper than `deepest` levels of a header and as many of what stands below it: `too_deep` has looked.
void walk(ktoml &out, const toml::node &node, int32_t parent, const std::string &key) {
    auto place = node.source().begin;
    ktoml_node flat{};
    const auto &kept = out.keep(key);
    flat.parent = parent;
    flat.line = place.line;
    flat.column = place.column;
    flat.key = kept.data();
    flat.key_size = kept.size();
    auto text = [&](int32_t kind, std::string value) {
        const auto &kept = out.keep(std::move(value));
        flat.kind = kind;
        flat.text = kept.data();
        flat.text_size = kept.size();
    };
    auto date = [&](const auto &value) {
        std::ostringstream stream;
        stream << value;
        text(ktoml_date, stream.str());
    };
    int32_t self = static_cast<int32_t>(out.nodes.size());
    if (auto table = node.as_table()) {
        flat.kind = ktoml_table;
        out.nodes.push_back(flat);
        // The library sorts by key; people read files from top to bottom.
        std::vector<std::pair<const toml::key *, const toml::node *>> children;
        for (auto &&[name, child] : *table) children.emplace_back(&name, &child);
        std::sort(children.begin(), children.end(), [](auto &a, auto &b) {
            auto x = a.first->source().begin, y = b.first->source().begin;
            return x.line != y.line ? x.line < y.line : x.column < y.column;
        });
        for (auto &child : children) walk(out, *child.second, self, std::string(child.first->str()));
        return;
    }
    if (auto array = node.as_array()) {
        flat.kind = ktoml_array;
        out.nodes.push_back(flat);
        for (auto &child : *array) walk(out, child, self, "");
        return;
    }
    if (auto value = node.as_string()) text(ktoml_string, value->get());
    else if (auto value = node.as_integer()) flat.kind = ktoml_integer, flat.integer = value->get();
    else if (auto value = node.as_floating_point()) flat.kind = ktoml_double, flat.number = value->get();
    else if (auto value = node.as_boolean()) flat.kind = ktoml_boolean, flat.integer = value->get();
    else if (auto value = node.as_date()) date(value->get());
    else if (auto value = node.as_time()) date(value->get());
    else if (auto value = node.as_date_time()) date(value->get());
    out.nodes.push_back(flat);
}

}  // namespace

extern "C" ktoml *ktoml_parse(
    const char *text, size_t size, char *message, size_t message_size, uint32_t *line, uint32_t *column) {
    *line = *column = 1;
    if (auto place = too_deep(text, size)) {
        std::snprintf(message, message_size, "nested deeper than %d levels", deepest);
        *line = place->line;
        *column = place->column;
        return nullptr;
    }
    auto parsed = toml::parse(std::string_view(text, size));
    if (!parsed) {
        const auto &error = parsed.error();
        std::snprintf(message, message_size, "%s", std::string(error.description()).c_str());
        *line = error.source().begin.line;
        *column = error.source().begin.column;
        return nullptr;
    }
    auto out = std::make_unique<ktoml>();
    walk(*out, parsed.table(), -1, "");
    return out.release();
}

extern "C" size_t ktoml_count(const ktoml *document) { return document->nodes.size(); }
extern "C" const ktoml_node *ktoml_nodes(const ktoml *document) { return document->nodes.data(); }
extern "C" void ktoml_free(ktoml *document) { delete document; }
