"""Shapes that the parser is known to get wrong, mended in place; helpers of ``coding.repair``."""
