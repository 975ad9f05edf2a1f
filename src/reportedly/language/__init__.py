"""The language model: find it, check it, load it, run it over the blocks of an article."""

from reportedly.language.model import VERSION, WEIGHTS, load_lemmas, load_model
from reportedly.language.parser import Parser

__all__ = ["VERSION", "WEIGHTS", "Parser", "load_lemmas", "load_model"]
