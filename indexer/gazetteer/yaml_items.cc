#include "indexer/gazetteer/yaml_items.h"

#include "base/error.h"

#include <fmt/format.h>
#include <yaml.h>

#include <span>

namespace nutgraf::gazetteer {

namespace {

constexpr int max_yaml_depth = 32;

/// What ends the reading of a file, as a sentence.
struct YamlFailure {
    std::uint64_t line = 0;
    std::string sentence;
};

std::uint64_t line_of(const yaml_mark_t& mark) {
    return static_cast<std::uint64_t>(mark.line) + 1;
}

/// An event that is freed with its owner.
class YamlEvent {
public:
    YamlEvent() = default;
    YamlEvent(YamlEvent&&) = delete;
    YamlEvent& operator=(YamlEvent&&) = delete;
    YamlEvent(const YamlEvent&) = delete;
    YamlEvent& operator=(const YamlEvent&) = delete;
    ~YamlEvent() { yaml_event_delete(&event_); }

    yaml_event_t* get() { return &event_; }
    yaml_event_type_t type() const { return event_.type; }
    std::uint64_t line() const { return line_of(event_.start_mark); }
    std::string text() const {
        const auto& scalar = event_.data.scalar;
        return {reinterpret_cast<const char*>(scalar.value), scalar.length};
    }

private:
    yaml_event_t event_{};
};

}  // namespace

struct YamlItems::State {
    explicit State(std::unique_ptr<archive::ByteSource> bytes) : source(std::move(bytes)) {
        if (yaml_parser_initialize(&parser) == 0) throw Error("libyaml could not be started.");
        yaml_parser_set_input(&parser, &State::read, this);
    }
    State(State&&) = delete;
    State& operator=(State&&) = delete;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { yaml_parser_delete(&parser); }

    /// libyaml's way to ask for bytes. What the source throws must not pass through it.
    static int read(void* self, unsigned char* buffer, std::size_t size, std::size_t* count) {
        auto* const state = static_cast<State*>(self);
        try {
            *count = state->source->read(std::span(reinterpret_cast<char*>(buffer), size));
            return 1;
        } catch (const Error& error) {
            state->world_failure = error.what();
            return 0;
        }
    }

    void parse(YamlEvent& event) {
        if (yaml_parser_parse(&parser, event.get()) != 0) return;
        if (!world_failure.empty()) throw Error(world_failure);
        throw YamlFailure{line_of(parser.problem_mark),
                          fmt::format("The YAML cannot be read: {}.",
                                      parser.problem != nullptr ? parser.problem : "no reason")};
    }

    /// The value that an event begins.
    Json value(const YamlEvent& event, int depth) {
        if (depth > max_yaml_depth)
            throw YamlFailure{event.line(),
                              fmt::format("It is nested deeper than {}.", max_yaml_depth)};
        switch (event.type()) {
            case YAML_SCALAR_EVENT:
                return event.text();
            case YAML_SEQUENCE_START_EVENT:
                return sequence(depth);
            case YAML_MAPPING_START_EVENT:
                return mapping(depth);
            default:
                throw YamlFailure{event.line(), "An alias stands here; write its value out."};
        }
    }

    Json sequence(int depth) {
        Json list = Json::array();
        while (true) {
            YamlEvent event;
            parse(event);
            if (event.type() == YAML_SEQUENCE_END_EVENT) return list;
            list.push_back(value(event, depth + 1));
        }
    }

    Json mapping(int depth) {
        Json record = Json::object();
        while (true) {
            YamlEvent key;
            parse(key);
            if (key.type() == YAML_MAPPING_END_EVENT) return record;
            const std::string name = key_text(key);
            YamlEvent event;
            parse(event);
            record[name] = value(event, depth + 1);
        }
    }

    static std::string key_text(const YamlEvent& key) {
        if (key.type() == YAML_SCALAR_EVENT) return key.text();
        throw YamlFailure{key.line(), "A key is no text."};
    }

    /// Up to the first item: the stream, the document and the list begin.
    void open() {
        while (!is_open) {
            YamlEvent event;
            parse(event);
            is_mapping = event.type() == YAML_MAPPING_START_EVENT;
            is_open = is_mapping || event.type() == YAML_SEQUENCE_START_EVENT;
            if (event.type() == YAML_SCALAR_EVENT || event.type() == YAML_STREAM_END_EVENT ||
                event.type() == YAML_ALIAS_EVENT)
                throw YamlFailure{event.line(), "The file is no YAML list and no mapping."};
        }
    }

    std::optional<YamlItem> next() {
        open();
        YamlEvent event;
        parse(event);
        if (event.type() == YAML_SEQUENCE_END_EVENT || event.type() == YAML_MAPPING_END_EVENT) {
            is_at_end = true;
            return std::nullopt;
        }
        YamlItem item;
        item.line = event.line();
        if (!is_mapping) {
            item.value = value(event, 1);
            return item;
        }
        item.key = key_text(event);
        YamlEvent content;
        parse(content);
        item.value = value(content, 1);
        return item;
    }

    std::unique_ptr<archive::ByteSource> source;
    yaml_parser_t parser{};
    std::string world_failure;
    bool is_open = false;
    bool is_mapping = false;
    bool is_at_end = false;
};

YamlItems::YamlItems(std::unique_ptr<archive::ByteSource> bytes)
    : state_(std::make_unique<State>(std::move(bytes))) {}

YamlItems::~YamlItems() = default;

std::optional<YamlItem> YamlItems::next() {
    if (state_->is_at_end) return std::nullopt;
    try {
        return state_->next();
    } catch (const YamlFailure& failure) {
        state_->is_at_end = true;
        YamlItem item;
        item.line = failure.line;
        item.complaint = failure.sentence;
        return item;
    }
}

}  // namespace nutgraf::gazetteer
