"""Self-contained HTML pages: they show what the coder decided and reinterpret nothing."""
