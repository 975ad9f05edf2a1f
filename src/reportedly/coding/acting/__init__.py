"""Who does an act and whom it befalls, where its slots do not say; helpers of ``coding.predicates`` and ``coding.arguments``."""
