#include "analyzers/entities/voices.h"

#include "analyzers/entities/any_of.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

// How sure it is who "he" is, by where he was spoken of.
constexpr double spoke_confidence = 0.8;
constexpr double subject_confidence = 0.6;
constexpr double forward_confidence = 0.4;

}  // namespace

void Voices::begin(std::span<const Mention> mentions, std::span<const Paragraph> paragraphs) {
    mentions_ = mentions;
    paragraphs_ = paragraphs;
    speakers_of_ = {};
    subjects_ = {};
    passed_ = 0;
    sentence_ = sentence_subject_ = last_speaker_ = last_unnamed_ = none;
    order_.clear();
    std::uint32_t running = 0;
    for (const Paragraph& paragraph : paragraphs) {
        running += paragraph.is_running_text ? 1 : 0;
        order_.push_back(running);
    }
    note_sexes();
    note_first();
}

/// The gazetteer knows the sex of a person, or a first name tells.
void Voices::note_sexes() {
    sexes_.clear();
    const Gazetteer& gazetteer = text_.gazetteer();
    for (const Mention& mention : mentions_) {
        if (mention.kind == MentionKind::organisation || mention.id.empty()) continue;
        const auto [known, is_new] = sexes_.try_emplace(mention.id, Group::unknown);
        if (is_new) {
            const auto number = gazetteer.number_of(Table::entity, mention.id);
            const Sex sex = number ? gazetteer.entity(*number).sex : Sex::unknown;
            if (sex == Sex::female) known->second = Group::female;
            if (sex == Sex::male) known->second = Group::male;
        }
        if (known->second != Group::unknown || mention.is_nominal ||
            mention.first_token == mention.last_token)
            continue;
        const Word& given = text_[mention.first_token];
        const bool is_female = given.has(WordBit::female_name);
        if (is_female != given.has(WordBit::male_name))
            known->second = is_female ? Group::female : Group::male;
    }
}

/// Whom the text names first, for a pronoun before all of them.
void Voices::note_first() {
    first_.fill(none);
    std::size_t paragraph = 0;
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
        while (paragraph + 1 < paragraphs_.size() &&
               paragraphs_[paragraph].last < mentions_[i].first_token)
            ++paragraph;
        if (mentions_[i].is_nominal || !paragraphs_[paragraph].is_running_text) continue;
        std::uint32_t& first = first_[static_cast<std::size_t>(group_of(i))];
        if (first == none) first = i;
    }
}

Voices::Group Voices::group_of(std::uint32_t mention) const {
    if (mentions_[mention].kind == MentionKind::organisation) return Group::organisation;
    const auto known = sexes_.find(mentions_[mention].id);
    return known == sexes_.end() ? Group::unknown : known->second;
}

bool Voices::is_subject(std::uint32_t word) const {
    std::uint32_t before = word;
    constexpr std::uint32_t most_words = 3;
    for (std::uint32_t n = 0; n < most_words && before > 0; ++n, --before) {
        if (!text_[before].before.has_only(Marks(Mark::space))) return true;
        if (is_preposition(text_, before - 1)) return false;
        if (text_[before - 1].grammar == Grammar::definite) continue;
    }
    return true;
}

void Voices::pass(std::uint32_t word, std::uint32_t paragraph) {
    for (; passed_ < mentions_.size() && mentions_[passed_].first_token < word; ++passed_) {
        const std::uint32_t begin = mentions_[passed_].first_token;
        enter_sentence_of(begin);
        // Of several that begin there one speaks.
        if (speakers_.beginning_at(begin) == passed_) note_subject(passed_, paragraph);
    }
    if (word > 0) enter_sentence_of(word - 1);
}

void Voices::enter_sentence_of(std::uint32_t word) {
    if (text_[word].sentence == sentence_) return;
    sentence_ = text_[word].sentence;
    sentence_subject_ = none;
    if (!begins_with_unnamed_body(word)) return;
    // "It" is that body now, whichever it is.
    subjects_[static_cast<std::size_t>(Group::organisation)] = {};
    speakers_of_[static_cast<std::size_t>(Group::organisation)] = {};
}

/// "The government did not name Huawei.": a sentence about a body that is no mention.
bool Voices::begins_with_unnamed_body(std::uint32_t word) const {
    constexpr std::uint32_t most_words = 4;
    if (!text_.hints(word).has(Hint::sentence) || text_[word].grammar != Grammar::definite)
        return false;
    const std::uint32_t end = std::min(text_.size(), word + most_words);
    for (std::uint32_t at = word + 1; at < end && text_.is_joined(at); ++at) {
        const Word& here = text_[at];
        const bool is_other = here.shape != Shape::lower || speakers_.beginning_at(at) != none ||
                              speakers_.ending_at(at) != none || here.is_possessive;
        if (is_other) return false;
        // "The government statement" is no body.
        if (here.has(WordBit::org_head) || here.grammar == Grammar::administration)
            return at + 1 >= text_.size() || !speakers_.is_writing(at + 1);
        if (here.grammar != Grammar::content) return false;
    }
    return false;
}

/// Notes that the sentence is about a mention.
void Voices::note_subject(std::uint32_t mention, std::uint32_t paragraph) {
    if (sentence_subject_ != none || !is_subject(mentions_[mention].first_token)) return;
    sentence_subject_ = mention;
    if (!paragraphs_[paragraph].is_running_text) return;
    subjects_[static_cast<std::size_t>(group_of(mention))] = {mention, order_[paragraph]};
}

void Voices::spoke(const Speaker& speaker, std::uint32_t paragraph) {
    const std::uint32_t mention = speaker.mention;
    if (!paragraphs_[paragraph].is_running_text) return;
    if (mention == none) {
        const bool are_several = speaker.form == SpeakerForm::unnamed &&
                                 speaker.last < text_.size() &&
                                 text_.folded(speaker.last).ends_with('s');
        if (are_several) last_unnamed_ = speaker.last;
        return;
    }
    last_speaker_ = mention;
    speakers_of_[static_cast<std::size_t>(group_of(mention))] = {mention, order_[paragraph]};
}

/// "Officials argued … they said": whether several spoke without a name since a mention, and
/// shortly before a pronoun.
bool Voices::are_unnamed(const Place& place, std::uint32_t pronoun) const {
    constexpr std::uint32_t near_sentences = 3;
    if (last_unnamed_ == none || last_unnamed_ > pronoun) return false;
    if (text_[last_unnamed_].sentence + near_sentences < text_[pronoun].sentence) return false;
    return place.mention == none || mentions_[place.mention].first_token < last_unnamed_;
}

Voices::Place Voices::latest(const Places& places, std::span<const Group> wanted) const {
    Place found;
    for (const Group group : wanted) {
        const Place& place = places[static_cast<std::size_t>(group)];
        if (place.mention == none) continue;
        const bool is_later = found.mention == none ||
                              mentions_[place.mention].begin > mentions_[found.mention].begin;
        if (is_later) found = place;
    }
    return found;
}

void Voices::resolve(Speaker& speaker, std::uint32_t paragraph) const {
    if (speaker.mention != none) return;
    const bool is_writing = speaker.form == SpeakerForm::writing;
    if (!is_writing && speaker.form != SpeakerForm::pronoun) return;
    static constexpr std::array women = {Group::female, Group::unknown};
    static constexpr std::array men = {Group::male, Group::unknown};
    static constexpr std::array people = {Group::female, Group::male, Group::unknown};
    static constexpr std::array bodies = {Group::organisation};
    const std::string_view word = text_.folded(speaker.first);
    std::span<const Group> wanted = bodies;
    if (!is_writing) {
        if (is_any_of(word, {"he", "er", "il", "он", "他", "彼"})) wanted = men;
        if (is_any_of(word, {"she", "elle", "она", "她"})) wanted = women;
        if (word == "sie") wanted = people;
        if (is_any_of(word, {"ils", "они"})) return;
    }
    const Place spoke = latest(speakers_of_, wanted);
    const Place subject = latest(subjects_, wanted);
    if (word == "they" && are_unnamed(spoke, speaker.first)) return;
    // Who the paragraph speaks of comes before who spoke in the one before it.
    const bool is_overtaken = subject.mention != none && subject.paragraph == order_[paragraph] &&
                              spoke.paragraph < subject.paragraph && !is_writing;
    const bool is_near =
        spoke.mention != none && spoke.paragraph + 1 >= order_[paragraph] && !is_overtaken;
    // "Greenpeace opposed it. … they said": not where people were spoken of since.
    const Place person = latest(subjects_, people);
    const bool may_be_they = subject.paragraph == order_[paragraph] &&
                             (person.mention == none || subject.mention == none ||
                              mentions_[person.mention].begin < mentions_[subject.mention].begin);
    if (is_near || (spoke.mention != none && subject.mention == none)) {
        speaker.mention = spoke.mention;
        speaker.confidence = spoke_confidence;
    } else if (subject.mention != none && (word != "they" || may_be_they)) {
        speaker.mention = subject.mention;
        speaker.confidence = subject_confidence;
    } else if (wanted.data() != bodies.data()) {
        for (const Group group : wanted) {
            const std::uint32_t first = first_[static_cast<std::size_t>(group)];
            if (first != none && first < speaker.mention) speaker.mention = first;
        }
        speaker.confidence = forward_confidence;
    }
}

}  // namespace nutgraf::entities
