#include "searchd/http/openapi.h"

namespace nutgraf::http {

// One table of data.
std::string_view api_schemas() {  // NOLINT(readability-function-size)
    return R"json(
{
  "Marks": {
    "type": "array",
    "items": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
  },
  "MarkedText": {
    "type": "object",
    "required": ["text", "marks"],
    "properties": {"text": {"type": "string"}, "marks": {"$ref": "#/components/schemas/Marks"}}
  },
  "Published": {
    "type": "object",
    "required": ["from", "to", "basis"],
    "properties": {
      "from": {"type": "string", "format": "date"},
      "to": {"type": "string", "format": "date"},
      "basis": {"type": "string"}
    }
  },
  "Entity": {
    "type": "object",
    "required": ["kind", "id", "name", "relevance"],
    "properties": {
      "kind": {"enum": ["org", "official", "person"]},
      "id": {"type": "string"},
      "name": {"type": "string"},
      "relevance": {"type": "integer", "minimum": 0}
    }
  },
  "Note": {
    "type": "object",
    "required": ["severity", "position", "message"],
    "properties": {
      "severity": {"enum": ["error", "warning", "info"]},
      "position": {"type": "integer", "minimum": 0},
      "message": {"type": "string"},
      "suggestion": {"type": "string"},
      "senses": {
        "description": "where a name means several: each, the clause for it alone, and how many articles it finds; the most first",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["name", "q"],
          "properties": {
            "name": {"type": "string"},
            "q": {"type": "string"},
            "articles": {"type": "integer", "minimum": 0}
          }
        }
      }
    }
  },
  "Expansion": {
    "description": "words: what a star or a tilde stands for; entity: the clause of the entity that words are a name of, which they find too, and its name",
    "type": "object",
    "required": ["from", "kind", "to"],
    "properties": {
      "from": {"type": "string"},
      "kind": {"enum": ["words", "entity"]},
      "to": {"type": "array", "items": {"type": "string"}},
      "name": {"type": "string"}
    }
  },
  "Query": {
    "type": "object",
    "required": ["input", "parsed", "expansions", "notes"],
    "properties": {
      "input": {"type": "string"},
      "parsed": {"type": "string"},
      "expansions": {"type": "array", "items": {"$ref": "#/components/schemas/Expansion"}},
      "notes": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}},
      "left_out": {"type": "array", "items": {"type": "string"}},
      "did_you_mean": {"$ref": "#/components/schemas/Correction"},
      "corrections": {"type": "array", "items": {"$ref": "#/components/schemas/Correction"}},
      "relaxations": {
        "description": "what can be left out of a query that finds nothing: clauses, a filter, all but any word",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["q", "total"],
          "properties": {
            "q": {"type": "string"},
            "total": {"type": "integer", "minimum": 0},
            "without": {"type": "array", "items": {"type": "string"}},
            "without_filter": {"type": "string"},
            "any": {"type": "boolean"}
          }
        }
      }
    }
  },
  "Correction": {
    "type": "object",
    "required": ["q", "total"],
    "properties": {"q": {"type": "string"}, "total": {"type": "integer", "minimum": 0}}
  },
  "Total": {
    "type": "object",
    "required": ["value", "relation"],
    "properties": {"value": {"type": "integer", "minimum": 0}, "relation": {"const": "eq"}}
  },
  "Index": {
    "type": "object",
    "required": ["revision", "articles"],
    "properties": {
      "revision": {"type": "integer", "minimum": 0},
      "articles": {"type": "integer", "minimum": 0},
      "uuid": {"type": "string"}
    }
  },
  "Snippet": {
    "type": "object",
    "required": ["paragraph", "text", "marks"],
    "properties": {
      "paragraph": {"type": "integer", "minimum": 0},
      "text": {"type": "string"},
      "marks": {"$ref": "#/components/schemas/Marks"},
      "cut_before": {"const": true},
      "cut_after": {"const": true}
    }
  },
  "Hit": {
    "type": "object",
    "required": ["id", "key", "title", "byline", "score", "snippets", "entities"],
    "properties": {
      "id": {"type": "string"},
      "key": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
      "title": {"$ref": "#/components/schemas/MarkedText"},
      "byline": {"type": "array", "items": {"type": "string"}},
      "score": {"type": "number"},
      "snippets": {"type": "array", "items": {"$ref": "#/components/schemas/Snippet"}},
      "entities": {"type": "array", "items": {"$ref": "#/components/schemas/Entity"}},
      "url": {"type": "string"},
      "source": {"type": "string"},
      "published": {"$ref": "#/components/schemas/Published"},
      "lang": {"type": "string"},
      "story": {
        "description": "the story the article is of, and how many others of the index are of it",
        "type": "object",
        "required": ["id", "copies"],
        "properties": {"id": {"type": "string"}, "copies": {"type": "integer", "minimum": 0}}
      }
    }
  },
  "DiffSide": {
    "type": "object",
    "required": ["paragraph", "text", "marks"],
    "properties": {
      "paragraph": {"type": "integer", "minimum": 0},
      "text": {"type": "string"},
      "marks": {"$ref": "#/components/schemas/Marks"}
    }
  },
  "DiffRow": {
    "type": "object",
    "required": ["kind"],
    "properties": {
      "kind": {"enum": ["same", "changed", "removed", "added"]},
      "before": {"$ref": "#/components/schemas/DiffSide"},
      "after": {"$ref": "#/components/schemas/DiffSide"}
    }
  },
  "Version": {
    "description": "what an article said before; seen and replaced are instants of ingestion",
    "type": "object",
    "required": ["number", "title", "seen", "replaced"],
    "properties": {
      "number": {"description": "from 1, over all there ever were", "type": "integer", "minimum": 1},
      "title": {"type": "string"},
      "updated": {"type": "string"},
      "published": {"$ref": "#/components/schemas/Published"},
      "seen": {"type": "string", "format": "date-time"},
      "replaced": {"type": "string", "format": "date-time"}
    }
  },
  "Versions": {
    "type": "object",
    "required": ["version", "id", "key", "title", "index", "total", "versions"],
    "properties": {
      "version": {"const": 1},
      "id": {"type": "string"},
      "key": {"type": "string"},
      "title": {"description": "the present one", "type": "string"},
      "lang": {"type": "string"},
      "index": {"type": "object", "required": ["revision"], "properties": {"revision": {"type": "integer", "minimum": 0}}},
      "total": {"description": "of former versions, those not kept included", "$ref": "#/components/schemas/Total"},
      "versions": {
        "description": "the latest last; at most 20, and 1 MiB of text",
        "type": "array",
        "items": {
          "allOf": [{"$ref": "#/components/schemas/Version"}],
          "required": ["text", "diff"],
          "properties": {
            "text": {"type": "string"},
            "diff": {
              "description": "from this version to the next; that of the present one is one more than the last",
              "type": "object",
              "required": ["before", "after", "rows"],
              "properties": {
                "before": {"type": "integer", "minimum": 1},
                "after": {"type": "integer", "minimum": 2},
                "rows": {"type": "array", "items": {"$ref": "#/components/schemas/DiffRow"}}
              }
            }
          }
        }
      }
    },
    "additionalProperties": false
  },
  "Story": {
    "type": "object",
    "required": ["version", "id", "index", "total", "first", "latest", "longest", "copies"],
    "properties": {
      "version": {"const": 1},
      "id": {"type": "string"},
      "index": {"type": "object", "required": ["revision"], "properties": {"revision": {"type": "integer", "minimum": 0}}},
      "total": {"$ref": "#/components/schemas/Total"},
      "first": {"description": "keys, as the next two are", "type": "string"},
      "latest": {"type": "string"},
      "longest": {"type": "string"},
      "copies": {
        "description": "by date, the undated last; at most 200",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["id", "key", "title", "byline", "words"],
          "properties": {
            "id": {"type": "string"},
            "key": {"type": "string"},
            "title": {"$ref": "#/components/schemas/MarkedText"},
            "byline": {"type": "array", "items": {"type": "string"}},
            "words": {"type": "integer", "minimum": 0},
            "url": {"type": "string"},
            "source": {"type": "string"},
            "published": {"$ref": "#/components/schemas/Published"},
            "lang": {"type": "string"}
          }
        }
      },
      "diff": {
        "type": "object",
        "required": ["before", "after", "rows"],
        "properties": {
          "before": {"type": "string"},
          "after": {"type": "string"},
          "rows": {"type": "array", "items": {"$ref": "#/components/schemas/DiffRow"}}
        }
      }
    }
  },
  "FacetValue": {
    "type": "object",
    "required": ["value", "label", "count"],
    "properties": {
      "value": {"type": "string"},
      "label": {"type": "string"},
      "count": {"type": "integer", "minimum": 0},
      "selected": {"const": true},
      "excluded": {"const": true}
    }
  },
  "Facets": {
    "type": "object",
    "required": ["more"],
    "properties": {
      "source": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "org": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "official": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "role": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "section": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "lang": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "year": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "more": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
    },
    "additionalProperties": false
  },
  "Histogram": {
    "type": "object",
    "required": ["unit", "zone", "buckets", "undated"],
    "properties": {
      "unit": {"enum": ["year", "month", "week", "day"]},
      "zone": {"type": "string"},
      "buckets": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["start", "count", "archive"],
          "properties": {
            "start": {"type": "string", "format": "date"},
            "count": {"type": "integer", "minimum": 0},
            "archive": {"type": "integer", "minimum": 0}
          }
        }
      },
      "undated": {"type": "integer", "minimum": 0}
    }
  },
  "Timeline": {
    "type": "object",
    "required": ["version", "unit", "zone", "queries", "buckets", "index"],
    "properties": {
      "version": {"const": 1},
      "unit": {"enum": ["year", "month", "week", "day"]},
      "zone": {"type": "string"},
      "queries": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["input", "parsed", "total", "undated", "notes"],
          "properties": {
            "input": {"type": "string"},
            "parsed": {"type": "string"},
            "total": {"type": "integer", "minimum": 0},
            "undated": {"type": "integer", "minimum": 0},
            "notes": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}
          }
        }
      },
      "buckets": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["start", "counts", "archive"],
          "properties": {
            "start": {"type": "string", "format": "date"},
            "counts": {
              "description": "one number for each of the queries",
              "type": "array",
              "items": {"type": "integer", "minimum": 0}
            },
            "archive": {"type": "integer", "minimum": 0}
          }
        }
      },
      "index": {"$ref": "#/components/schemas/Index"}
    },
    "additionalProperties": false
  },
  "SimilarArticles": {
    "type": "object",
    "required": ["version", "article", "hits", "copies", "index"],
    "properties": {
      "version": {"const": 1},
      "article": {
        "type": "object",
        "required": ["id", "key", "title"],
        "properties": {"id": {"type": "string"}, "key": {"type": "string"}, "title": {"type": "string"}}
      },
      "hits": {
        "type": "array",
        "items": {
          "allOf": [{"$ref": "#/components/schemas/Hit"}],
          "required": ["shared"],
          "properties": {
            "shared": {
              "description": "what it has in common with the article, the weightiest first",
              "type": "object",
              "required": ["words", "entities"],
              "properties": {
                "words": {"type": "array", "items": {"type": "string"}},
                "entities": {"type": "array", "items": {"$ref": "#/components/schemas/Entity"}}
              }
            }
          }
        }
      },
      "copies": {
        "description": "near copies of the article that were left out",
        "type": "integer",
        "minimum": 0
      },
      "index": {"$ref": "#/components/schemas/Index"}
    },
    "additionalProperties": false
  },
  "SearchAnswer": {
    "type": "object",
    "required": ["version", "query", "total", "stories", "took_ms", "index", "hits"],
    "properties": {
      "version": {"const": 1},
      "query": {"$ref": "#/components/schemas/Query"},
      "total": {"$ref": "#/components/schemas/Total"},
      "stories": {"description": "rows: stories, or with collapse=none articles", "type": "integer", "minimum": 0},
      "took_ms": {"type": "number"},
      "index": {"$ref": "#/components/schemas/Index"},
      "hits": {"type": "array", "items": {"$ref": "#/components/schemas/Hit"}},
      "facets": {"$ref": "#/components/schemas/Facets"},
      "histogram": {"$ref": "#/components/schemas/Histogram"},
      "passed": {"description": "hits before the first one", "type": "integer", "minimum": 1},
      "next_cursor": {"type": "string"}
    }
  },
  "Article": {
    "type": "object",
    "required": ["version", "id", "key", "title", "text", "byline", "entities", "versions"],
    "properties": {
      "version": {"const": 1},
      "id": {"type": "string"},
      "key": {"type": "string"},
      "title": {"$ref": "#/components/schemas/MarkedText"},
      "text": {"$ref": "#/components/schemas/MarkedText"},
      "byline": {"type": "array", "items": {"type": "string"}},
      "entities": {"type": "array", "items": {"$ref": "#/components/schemas/Entity"}},
      "url": {"type": "string"},
      "source": {"type": "string"},
      "published": {"$ref": "#/components/schemas/Published"},
      "updated": {"type": "string"},
      "lang": {"type": "string"},
      "section": {"type": "string"},
      "wire": {"type": "string"},
      "place": {"type": "string"},
      "furniture": {"description": "in the raw view: where the text is furniture", "$ref": "#/components/schemas/Marks"},
      "changed": {"description": "when its title or text changed last", "type": "string", "format": "date-time"},
      "former_versions": {"description": "how many there were, those not kept included", "type": "integer", "minimum": 1},
      "versions": {
        "description": "what it said before, the latest last",
        "type": "array",
        "items": {"$ref": "#/components/schemas/Version"}
      },
      "extra": {"type": "object"}
    }
  },
  "Suggestions": {
    "type": "object",
    "required": ["version", "input", "suggestions"],
    "properties": {
      "version": {"const": 1},
      "input": {"type": "string"},
      "suggestions": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["kind", "text", "q"],
          "properties": {
            "kind": {"enum": ["org", "official", "person", "word", "title"]},
            "text": {"type": "string"},
            "q": {"type": "string"},
            "articles": {"type": "integer", "minimum": 0}
          }
        }
      }
    }
  },
  "Period": {
    "type": "object",
    "properties": {
      "from": {"type": "string", "format": "date"},
      "to": {"type": "string", "format": "date"},
      "until": {"type": "string", "format": "date"}
    }
  },
  "EntityBrief": {
    "type": "object",
    "required": ["kind", "id", "name"],
    "properties": {
      "kind": {"enum": ["org", "official", "person"]},
      "id": {"type": "string"},
      "name": {"type": "string"},
      "type": {"type": "string"},
      "country": {"type": "string"},
      "role": {"type": "string"},
      "articles": {"type": "integer", "minimum": 0}
    }
  },
  "EntityList": {
    "type": "object",
    "required": ["version", "input", "index", "total", "entities"],
    "properties": {
      "version": {"const": 1},
      "input": {"type": "string"},
      "index": {"$ref": "#/components/schemas/Index"},
      "total": {"$ref": "#/components/schemas/Total"},
      "entities": {"type": "array", "items": {"$ref": "#/components/schemas/EntityBrief"}}
    }
  },
  "EntityRole": {
    "allOf": [{"$ref": "#/components/schemas/Period"}],
    "type": "object",
    "required": ["role", "name"],
    "properties": {
      "role": {"type": "string"},
      "name": {"type": "string"},
      "office": {"type": "string"},
      "place": {"type": "string"}
    }
  },
  "EntityHeld": {
    "allOf": [{"$ref": "#/components/schemas/Period"}],
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}}
  },
  "EntityQuote": {
    "type": "object",
    "required": ["article", "in", "kind", "text", "marks"],
    "properties": {
      "article": {
        "type": "object",
        "required": ["id", "key"],
        "properties": {
          "id": {"type": "string"},
          "key": {"type": "string"},
          "title": {"type": "string"},
          "source": {"type": "string"},
          "published": {"$ref": "#/components/schemas/Published"}
        }
      },
      "in": {"enum": ["title", "text"]},
      "kind": {"enum": ["direct", "partial", "indirect"]},
      "text": {"type": "string"},
      "marks": {"$ref": "#/components/schemas/Marks"},
      "speaker_text": {"type": "string"},
      "cue": {"type": "string"}
    }
  },
  "EntityProfile": {
    "type": "object",
    "required": ["version", "kind", "id", "name", "names", "bodies", "roles", "parties", "offices",
      "links", "index", "articles", "q", "histogram", "beside", "quoted_in", "quotes_q", "quotes",
      "recent"],
    "properties": {
      "version": {"const": 1},
      "kind": {"enum": ["org", "official", "person"]},
      "id": {"type": "string"},
      "name": {"type": "string"},
      "type": {"type": "string"},
      "country": {"type": "string"},
      "names": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}}
      },
      "parent": {"$ref": "#/components/schemas/EntityBrief"},
      "bodies": {"type": "array", "items": {"$ref": "#/components/schemas/EntityBrief"}},
      "roles": {"type": "array", "items": {"$ref": "#/components/schemas/EntityRole"}},
      "parties": {"type": "array", "items": {"$ref": "#/components/schemas/EntityHeld"}},
      "offices": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["id", "name", "holders"],
          "properties": {
            "id": {"type": "string"},
            "name": {"type": "string"},
            "holders": {"type": "array", "items": {"$ref": "#/components/schemas/EntityHeld"}}
          }
        }
      },
      "links": {"type": "object", "additionalProperties": {"type": "string"}},
      "source": {"type": "string"},
      "index": {"$ref": "#/components/schemas/Index"},
      "articles": {"type": "integer", "minimum": 0},
      "q": {"type": "string"},
      "histogram": {"$ref": "#/components/schemas/Histogram"},
      "beside": {"type": "array", "items": {"$ref": "#/components/schemas/EntityBrief"}},
      "quoted_in": {"type": "integer", "minimum": 0},
      "quotes_q": {"type": "string"},
      "quotes": {"type": "array", "items": {"$ref": "#/components/schemas/EntityQuote"}},
      "recent": {"type": "array", "items": {"$ref": "#/components/schemas/Hit"}},
      "more": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
    }
  },
  "Statistics": {
    "type": "object",
    "required": ["version", "index", "facets"],
    "properties": {
      "version": {"const": 1},
      "index": {"$ref": "#/components/schemas/Index"},
      "facets": {"$ref": "#/components/schemas/Facets"}
    }
  },
  "MentionReason": {
    "description": "bytes are of the title or the text; via, rule and confidence are absent where the present gazetteer does not find the mention, listed_at where it does not have the entity",
    "type": "object",
    "required": ["in", "bytes", "text", "kind", "id", "name", "clues"],
    "properties": {
      "in": {"enum": ["title", "text"]},
      "bytes": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
      "text": {"type": "string"},
      "kind": {"enum": ["org", "official", "person"]},
      "id": {"type": "string"},
      "name": {"type": "string"},
      "via": {"enum": ["name", "alias", "acronym", "role", "coreference"]},
      "rule": {"type": "string"},
      "confidence": {"type": "number", "minimum": 0, "maximum": 1},
      "clues": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["worth", "reason"],
          "properties": {"worth": {"type": "number"}, "reason": {"type": "string"}}
        }
      },
      "listed_at": {"type": "string"}
    }
  },
  "Saying": {
    "type": "object",
    "required": ["in", "bytes", "text", "kind"],
    "properties": {
      "in": {"enum": ["title", "text"]},
      "bytes": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
      "text": {"type": "string"},
      "kind": {"enum": ["direct", "partial", "indirect"]},
      "speaker": {
        "type": "object",
        "required": ["kind", "id", "name"],
        "properties": {
          "kind": {"enum": ["org", "official", "person"]},
          "id": {"type": "string"},
          "name": {"type": "string"}
        }
      },
      "speaker_text": {"type": "string"},
      "cue": {"type": "string"},
      "listed_at": {"type": "string"}
    }
  },
  "Explanation": {
    "type": "object",
    "required": ["version", "query", "total", "terms", "xapian"],
    "properties": {
      "version": {"const": 1},
      "query": {"$ref": "#/components/schemas/Query"},
      "total": {"$ref": "#/components/schemas/Total"},
      "terms": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["term", "articles"],
          "properties": {"term": {"type": "string"}, "articles": {"type": "integer", "minimum": 0}}
        }
      },
      "xapian": {"type": "string"},
      "article": {
        "type": "object",
        "required": ["id", "matches", "terms", "entities", "speech"],
        "properties": {
          "id": {"type": "string"},
          "matches": {"type": "boolean"},
          "speech": {
            "description": "of each said: clause of the query: what the article has of it, and who the speakers are",
            "type": "array",
            "items": {
              "type": "object",
              "required": ["clause", "sayings"],
              "properties": {
                "clause": {"type": "string"},
                "sayings": {"type": "array", "items": {"$ref": "#/components/schemas/Saying"}}
              }
            }
          },
          "entities": {
            "description": "of each entity of the query: where the article mentions it, and why",
            "type": "array",
            "items": {
              "type": "object",
              "required": ["clause", "mentions"],
              "properties": {
                "clause": {"type": "string"},
                "mentions": {"type": "array", "items": {"$ref": "#/components/schemas/MentionReason"}}
              }
            }
          },
          "terms": {"type": "array", "items": {"type": "string"}},
          "score": {"type": "number"}
        }
      }
    }
  },
  "Problem": {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
      "type": {"type": "string"},
      "title": {"type": "string"},
      "status": {"type": "integer", "minimum": 0},
      "detail": {"type": "string"},
      "parameter": {"type": "string"},
      "hint": {"type": "string"},
      "request_id": {"type": "string"}
    }
  }
}
)json";
}

}  // namespace nutgraf::http
