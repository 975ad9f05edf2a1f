"""The coder's components, one a file, in the order an article meets them."""
