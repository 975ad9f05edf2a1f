"""Whom a name, description or pronoun means; helpers of ``coding.linking`` and ``coding.voices``."""
