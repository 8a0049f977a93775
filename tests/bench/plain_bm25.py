"""The plain engine that ours is compared with: BM25 over one field, every question an OR.

As Lucene does it unless told otherwise (its class BM25Similarity): k1 1.2, b 0.75, rarity as the
logarithm of 1 + (N - n + 0.5) / (n + 0.5), 33 English stop words; with Snowball's English stems. A
word that stands twice in a question counts twice.
"""

import collections
import ctypes
import ctypes.util
import math
import re

k1 = 1.2
b = 0.75
stop_words = frozenset(
    "a an and are as at be but by for if in into is it no not of on or such that the their then "
    "there these they this to was will with".split())
word_pattern = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")


class Stemmer:
    """Snowball's English stemmer, from the library that the product uses. One per thread."""

    def __init__(self):
        name = ctypes.util.find_library("stemmer") or "libstemmer.so.0d"
        self.library = ctypes.CDLL(name)
        self.library.sb_stemmer_new.restype = ctypes.c_void_p
        self.library.sb_stemmer_stem.restype = ctypes.c_void_p
        self.library.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.library.sb_stemmer_length.argtypes = [ctypes.c_void_p]
        self.stemmer = self.library.sb_stemmer_new(b"english", b"UTF_8")
        self.known = {}

    def __call__(self, word):
        if word not in self.known:
            written = word.encode()
            stem = self.library.sb_stemmer_stem(self.stemmer, written, len(written))
            length = self.library.sb_stemmer_length(self.stemmer)
            self.known[word] = ctypes.string_at(stem, length).decode()
        return self.known[word]


stem = Stemmer()


def terms_in(text):
    """The stems of a text's words, in their order, without stop words and possessive endings."""
    words = (re.sub("['’]s$", "", word) for word in word_pattern.findall(text.lower()))
    return [stem(word) for word in words if word not in stop_words]


class PlainIndex:
    """An index in memory of texts by their names."""

    def __init__(self, texts):
        self.lengths = {}
        self.postings = collections.defaultdict(dict)  # term -> name -> how often
        for name, text in texts.items():
            terms = terms_in(text)
            self.lengths[name] = len(terms)
            for term, count in collections.Counter(terms).items():
                self.postings[term][name] = count
        self.mean_length = sum(self.lengths.values()) / max(len(self.lengths), 1)

    def scores(self, question):
        """The score of every text that has a word of the question."""
        scores = collections.defaultdict(float)
        for term in terms_in(question):
            postings = self.postings.get(term, {})
            rarity = math.log(1 + (len(self.lengths) - len(postings) + 0.5) / (len(postings) + 0.5))
            for name, count in postings.items():
                length = 1 - b + b * self.lengths[name] / self.mean_length
                scores[name] += rarity * count / (count + k1 * length)
        return dict(scores)
