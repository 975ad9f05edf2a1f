"""The workbench: a local web application to read, check, correct and compare what was coded."""
