"""Place names: finding them, how far they go, what they mean, and which is an event's; helpers of ``coding.places`` and ``coding.circumstances``."""
