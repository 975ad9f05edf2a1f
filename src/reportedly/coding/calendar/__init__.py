"""Calendar expressions: finding, counting, resolving, and which is an event's; helpers of ``coding.times`` and ``coding.circumstances``."""
