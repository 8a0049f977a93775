#include "analyzers/entities/source.h"

#include "analyzers/entities/block_kinds.h"
#include "analyzers/entities/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace nutgraf::entities {

namespace {

void add_record(const Block& block, Source& source, Problems& problems) {
    if (block.kind == "office") {
        source.offices.push_back(office_record(block, problems));
    } else if (block.kind == "role") {
        source.roles.push_back(role_record(block, problems));
    } else if (block.kind == "body") {
        source.bodies.push_back(body_record(block, problems));
    } else if (block.kind == "country" || block.kind == "place") {
        source.places.push_back(place_record(block, problems));
    } else {
        source.entities.push_back(entity_record(block, problems));
    }
}

template <class Record>
void sort_by_id(std::vector<Record>& records) {
    std::ranges::sort(records, {}, &Record::id);
}

void append(Problems found, Problems& problems) {
    problems.insert(problems.end(), found.begin(), found.end());
}

}  // namespace

Source read_source(std::vector<SourceFile> files, Problems& problems) {
    std::ranges::sort(files, [](const SourceFile& one, const SourceFile& other) {
        return std::tie(one.layer, one.name) < std::tie(other.layer, other.name);
    });
    Source source;
    std::vector<Block> blocks;
    for (const SourceFile& file : files) {
        if (file.name.ends_with(".ent")) {
            Blocks read = read_blocks(file.text, file.name);
            append(std::move(read.problems), problems);
            blocks.insert(blocks.end(), read.blocks.begin(), read.blocks.end());
        } else if (file.name.ends_with(".tsv")) {
            const auto rows = read_lexicon(file.text, file.name, problems);
            source.lexicon.insert(source.lexicon.end(), rows.begin(), rows.end());
        } else {
            Problem& problem = problems.emplace_back();
            problem.location = {file.name, 1};
            problem.sentence = "Facts stand in files that end in \".ent\" and \".tsv\".";
        }
    }
    blocks = merged_blocks(std::move(blocks), problems);
    check_keys(blocks, problems);
    for (const Block& block : blocks) add_record(block, source, problems);
    sort_by_id(source.entities);
    sort_by_id(source.offices);
    sort_by_id(source.roles);
    sort_by_id(source.places);
    sort_by_id(source.bodies);
    return source;
}

}  // namespace nutgraf::entities
