"""Cues, what is said and who says it; helpers of ``coding.statements``."""
