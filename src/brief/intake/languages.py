"""Find out the language of a text: by its script, then by the small words that it repeats.

The words are the thirty or so that each language uses most; a text of a few sentences holds
enough of them. Languages that share a script and have no words listed are not told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

_SCRIPTS = (
    ("Hang", re.compile("[\uac00-\ud7a3\u1100-\u11ff]")),
    ("Kana", re.compile("[\u3040-\u30ff]")),
    ("Hani", re.compile("[\u4e00-\u9fff]")),
    ("Arab", re.compile("[\u0600-\u06ff]")),
    ("Hebr", re.compile("[\u0590-\u05ff]")),
    ("Deva", re.compile("[\u0900-\u097f]")),
    ("Grek", re.compile("[\u0370-\u03ff]")),
    ("Cyrl", re.compile("[\u0400-\u04ff]")),
    ("Latn", re.compile("[A-Za-z\u00c0-\u024f]")),
)
_ONE_LANGUAGE = {"Hang": "ko", "Kana": "ja", "Arab": "ar", "Hebr": "he", "Deva": "hi", "Grek": "el"}
_TRADITIONAL = re.compile(
    "[國們會對這個來時為說經學與關東車長門馬發現開頭問題總統書記體義實點從後過兩應當進]"
)
_SIMPLIFIED = re.compile(
    "[国们会对这个来时为说经学与关东车长门马发现开头问题总统书记体义实点从后过两应当进]"
)
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?=-|\Z)")
_KANA_SHARE = 0.05
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 20_000
_LEAST = 0.05  # of all words that must be among those of the language
_LEAD = 1.15  # how much more often than those of the next language


def guess_language(text: str, words: Mapping[str, Sequence[str]]) -> str:
    """Give the tag of the language of a text, or nothing if it cannot be told.

    `words` are the small words of each language, by its tag.
    """
    text = text[:_LONGEST]
    counts = {script: len(pattern.findall(text)) for script, pattern in _SCRIPTS}
    total = sum(counts.values())
    if not total:
        return ""
    if counts["Kana"] > _KANA_SHARE * total:
        return "ja"
    script = max(counts, key=lambda name: counts[name])
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if script == "Hani":
        traditional = len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text))
        return "zh-Hant" if traditional else "zh-Hans"
    return _compare_words(text, words)


def settle_tag(tag: str) -> str:
    """Give a tag of BCP 47 as definitions write it, up to its region; nothing if it is none."""
    parts = tag.strip().replace("_", "-").split("-")
    forms = [
        part.lower() if at == 0 else part.title() if len(part) == 4 else part.upper()
        for at, part in enumerate(parts)
    ]
    found = _TAG.match("-".join(forms))
    return "" if found is None else found[0]


def _compare_words(text: str, words: Mapping[str, Sequence[str]]) -> str:
    counted = Counter(word.lower() for word in _WORD.findall(text))
    total = sum(counted.values())
    shares = {
        tag: sum(counted[word] for word in listed) / total
        for tag, listed in words.items()
        if listed
    }
    ranked = sorted(shares, key=lambda tag: -shares[tag])
    if not ranked or shares[ranked[0]] < _LEAST:
        return ""
    if len(ranked) > 1 and shares[ranked[0]] < _LEAD * shares[ranked[1]]:
        return ""
    return ranked[0]
