"""The measures of a ranking, as the program trec_eval computes them.

Its source is the definition (https://github.com/usnistgov/trec_eval: m_map.c, m_P.c,
m_ndcg_cut.c, m_recip_rank.c, m_recall.c). An article without a judgement counts as irrelevant. Every
judged question counts, also one that found nothing (its option -c).
"""

import collections
import math

cut = 10
recall_cut = 100
names = ("MAP", "P@10", "nDCG@10", "MRR", "recall@100")


def judgements_in(path):
    """The judgements of a file of TREC's form: question -> article -> grade."""
    grades = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            question, _, article, grade = line.split()
            grades[question][article] = int(grade)
    return dict(grades)


def ranked(scores):
    """Articles of a run, best first; of two with one score the greater name, as trec_eval does."""
    return sorted(scores, key=lambda article: (scores[article], article), reverse=True)


def discounted(gains):
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def measures_of(ranking, grades):
    """The measures of one ranking, best article first, by `names`."""
    relevant = {article for article, grade in grades.items() if grade > 0}
    precisions, found = [], 0
    for rank, article in enumerate(ranking, start=1):
        if article in relevant:
            found += 1
            precisions.append((found / rank, rank))
    wanted = max(len(relevant), 1)
    ideal = discounted(sorted((grades[article] for article in relevant), reverse=True)[:cut])
    gained = discounted(max(grades.get(article, 0), 0) for article in ranking[:cut])
    return {
        "MAP": sum(precision for precision, _ in precisions) / wanted,
        "P@10": sum(rank <= cut for _, rank in precisions) / cut,
        "nDCG@10": gained / ideal if ideal else 0.0,
        "MRR": 1 / precisions[0][1] if precisions else 0.0,
        "recall@100": sum(rank <= recall_cut for _, rank in precisions) / wanted,
    }


def mean_of(rows):
    """The mean of some measures; of none, noughts."""
    return {name: sum(row[name] for row in rows) / max(len(rows), 1) for name in names}


def mean_measures(run, judgements):
    """The mean over all judged questions. `run`: question -> article -> score."""
    return mean_of([measures_of(ranked(run.get(question, {})), grades)
                    for question, grades in sorted(judgements.items())])
