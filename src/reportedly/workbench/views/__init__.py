"""The screens, one a file. Each has ``ROUTES``, which the app gathers."""
