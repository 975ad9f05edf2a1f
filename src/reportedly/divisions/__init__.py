"""GeoNames' divisions as compressed tables; see README.md."""
