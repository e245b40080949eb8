"""The JSON API, one module for each thing that is asked for. Everything that the pages do goes through it."""
