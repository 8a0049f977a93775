#include "analyzers/entities/compared_name.h"

#include "analyzers/text/tokenizer.h"

namespace nutgraf::entities {

std::string compared_name(std::string_view name) {
    const analyzers::Tokens words = analyzers::tokenise(name);
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += ' ';
        text += words.folded(i);
    }
    return text;
}

}  // namespace nutgraf::entities
