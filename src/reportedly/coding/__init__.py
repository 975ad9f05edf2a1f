"""The coder's components, one a file, in the order an article meets them; what they ask for help stands in the folders."""
