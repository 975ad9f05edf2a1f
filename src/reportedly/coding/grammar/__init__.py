"""The shapes of words, phrases and clauses: who does a verb and to whom, what fills a slot, what a noun denotes."""
