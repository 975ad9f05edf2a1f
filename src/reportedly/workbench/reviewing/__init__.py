"""What people decide about records: kept for good, folded into the state of an article, measured, and given out as gold."""
