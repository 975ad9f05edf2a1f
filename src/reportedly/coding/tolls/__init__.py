"""How many were killed, injured, detained; helpers of ``coding.circumstances``."""
