"""Whether an act happened: modality, what embeds it, what became of it; helpers of ``coding.status``."""
