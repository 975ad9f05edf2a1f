"""The matrix products of the language model, which take half of its time: by which library, on how many threads."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.language import Language


def multiply_by_numpy(nlp: Language) -> None:
    """Let numpy's library multiply, where thinc's own would: BLIS, as its wheels bring it, knows few processors and takes up to three times as long.

    Whoever has chosen another one (a GPU, Apple's) keeps it.
    """
    from thinc.api import NumpyOps

    numpy_ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        model: Any = getattr(part, "model", None)
        for layer in model.walk() if model is not None else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = numpy_ops


def on_one_thread() -> AbstractContextManager[Any]:
    """Return a context inside which products run on one thread: at this size more only wait for each other, and every worker process would start its own."""
    return cast("AbstractContextManager[Any]", _controller().limit(limits=1, user_api="blas"))


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()  # looks through all loaded libraries, so once
