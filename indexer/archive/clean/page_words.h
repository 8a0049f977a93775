#pragma once

#include "indexer/archive/clean/phrase_set.h"

namespace nutgraf::archive {

// What pages say beside their articles, in the languages of the archives we know. Every set is made
// at the first call and lives as long as the program. Thread-safe.

/// Buttons and other lines that are furniture wherever they stand alone: "Print", "Hide Ad".
const PhraseSet& buttons();

/// Headings of lists that follow an article: "Latest News", "Related articles".
const PhraseSet& list_headings();

/// What stands before a colon and another article's headline: "Read more: ...".
const PhraseSet& pointers();

/// How a line begins that asks the reader for something: "Sign up for our newsletter".
const PhraseSet& prompts();

/// Parts of a site, which name no section: "Home", "News".
const PhraseSet& site_parts();

/// Sections of a newspaper: "World", "Politics".
const PhraseSet& sections();

/// Languages, in themselves and in English: "Deutsch", "German".
const PhraseSet& languages();

}  // namespace nutgraf::archive
